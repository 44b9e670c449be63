package eu.boucle.notification;

import eu.boucle.identity.Addressees;
import eu.boucle.identity.LinkCourier;
import eu.boucle.identity.LinkToSend;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.WiderReach;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Writes down that a link is to be sent; the latest one asked for is the only one that leaves. */
@Component
@WhereMailIsSet
class MailCourier implements LinkCourier {

    private final Letters letters;
    private final Addressees addressees;
    private final WiderReach reach;
    private final Clock clock;

    MailCourier(Letters letters, Addressees addressees, WiderReach reach, Clock clock) {
        this.letters = letters;
        this.addressees = addressees;
        this.reach = reach;
        this.clock = clock;
    }

    /** Whoever forgot her password proved nothing yet: what is written down is the system's. */
    @Override
    public void carry(LinkToSend link) {
        reach.run(() -> {
            letters.dropLinks(link.person(), clock.instant());
            letters.put(
                    LetterKind.valueOf(link.purpose().name()),
                    new OrganisationId(link.organisation()),
                    link.person(),
                    "",
                    addressees.person(link.person()).stream().toList(),
                    clock.instant());
        });
    }
}

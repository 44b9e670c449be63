package eu.boucle.identity;

import eu.boucle.identity.AccountEvent.LinkDrawn;
import eu.boucle.identity.LinkToSend.Purpose;
import eu.boucle.shared.EventStamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends people the one-time links with which they choose a password; without mail, hands them to the administrator. */
@Service
@Transactional
public class OneTimeLinks {

    private final Accounts accounts;
    private final AccountStamps stamps;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final String publicAddress;
    private final @Nullable LinkCourier courier;

    OneTimeLinks(
            Accounts accounts,
            AccountStamps stamps,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${boucle.public-address}") String publicAddress,
            ObjectProvider<LinkCourier> courier) {
        this.accounts = accounts;
        this.stamps = stamps;
        this.events = events;
        this.clock = clock;
        this.publicAddress = publicAddress;
        this.courier = courier.getIfAvailable();
    }

    /** Whether links leave by mail. */
    public boolean mails() {
        return courier != null;
    }

    /**
     * A link on its way.
     *
     * @param address to be shown once to the administrator; absent when it leaves by mail
     */
    public record Sent(String email, @Nullable String address, Instant expires) {

        /** Keeps the link out of logs. */
        @Override
        public String toString() {
            return "Sent[]";
        }
    }

    /** A link that was just drawn. @param address the whole of it: a secret */
    public record Drawn(String address, Instant expires) {

        /** Keeps the link out of logs. */
        @Override
        public String toString() {
            return "Drawn[]";
        }
    }

    Sent send(AccountView account, Purpose purpose, Actor by) {
        EventStamp stamp = stamps.by(by);
        events.publishEvent(new LinkDrawn(account.person(), stamp, purpose));
        if (courier == null) {
            Drawn drawn = drawn(account.person(), purpose);
            return new Sent(account.email(), drawn.address(), drawn.expires());
        }
        accounts.endLinks(account.person());
        courier.carry(new LinkToSend(account.person(), stamp.organisation(), purpose));
        return new Sent(account.email(), null, stamp.at().plus(purpose.valid()));
    }

    /**
     * Somebody says to have forgotten her password. Nothing tells the caller whether the account exists; without mail, or
     * for a disabled account, nothing happens.
     */
    public void forgotten(String email) {
        Optional<AccountView> account = accounts.byEmail(email).filter(AccountView::enabled);
        if (courier != null && account.isPresent()) {
            EventStamp stamp = stamps.byVisitor();
            UUID person = account.get().person();
            events.publishEvent(new LinkDrawn(person, stamp, Purpose.FORGOTTEN_PASSWORD));
            courier.carry(new LinkToSend(person, stamp.organisation(), Purpose.FORGOTTEN_PASSWORD));
        }
    }

    /**
     * For the courier, when the letter leaves: the link that it carries; earlier ones are over.
     *
     * @return empty when there is nobody left to have it, or who was invited already chose a password
     */
    public Optional<Drawn> draw(UUID person, Purpose purpose) {
        return accounts.byPerson(person)
                .filter(AccountView::enabled)
                .filter(account -> purpose != Purpose.INVITATION || account.passwordHash() == null)
                .map(account -> drawn(person, purpose));
    }

    private Drawn drawn(UUID person, Purpose purpose) {
        return new Drawn(
                publicAddress + "/welcome/" + accounts.oneTimeLink(person, purpose.valid()),
                clock.instant().plus(purpose.valid()));
    }
}

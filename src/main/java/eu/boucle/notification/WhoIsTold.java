package eu.boucle.notification;

import eu.boucle.identity.Addressee;
import eu.boucle.identity.Addressees;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.Role;
import eu.boucle.identity.Topic;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** To whom what is told. A contact who is also a person told has one letter, not two. */
@Component
@WhereMailIsSet
class WhoIsTold {

    private final Addressees addressees;

    WhoIsTold(Addressees addressees) {
        this.addressees = addressees;
    }

    List<Addressee> officers() {
        return addressees.inRole(Role.COMPLIANCE);
    }

    List<Addressee> warehouse() {
        return addressees.inRole(Role.WAREHOUSE);
    }

    /** Whoever wrote the request, and the contacts that the client wants told of this. */
    List<Addressee> client(UUID author, OrganisationId client, Topic topic) {
        return together(
                addressees.person(author).filter(Addressee::told).stream().toList(),
                addressees.contacts(client, topic));
    }

    /** The partner's people, and the contacts that it wants told. */
    List<Addressee> partner(OrganisationId partner) {
        return together(addressees.inRole(Role.PARTNER, partner), addressees.contacts(partner, Topic.PROGRESS));
    }

    private static List<Addressee> together(List<Addressee> people, List<Addressee> contacts) {
        List<Addressee> all = new ArrayList<>(people);
        for (Addressee contact : contacts) {
            if (all.stream().noneMatch(one -> one.email().equalsIgnoreCase(contact.email()))) {
                all.add(contact);
            }
        }
        return all;
    }
}

package eu.boucle.identity;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.EventStamp;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What happened to a person's account. The subject is the person; names and addresses stay in the tables. */
public sealed interface AccountEvent extends DomainEvent {

    /** An account was opened; its holder is to choose a password by a link. */
    record PersonInvited(UUID subject, EventStamp stamp, Set<Role> roles, Set<OrganisationId> organisations)
            implements AccountEvent {
        @Override
        public Map<String, Object> facts() {
            return rights(roles, organisations);
        }
    }

    /** A one-time link to choose a password was drawn, at once or for the letter that carries it; earlier ones are over. */
    record LinkDrawn(UUID subject, EventStamp stamp, LinkToSend.Purpose purpose) implements AccountEvent {
        @Override
        public Map<String, Object> facts() {
            return Map.of("purpose", purpose.name());
        }
    }

    record PersonRolesChanged(UUID subject, EventStamp stamp, Set<Role> roles, Set<OrganisationId> organisations)
            implements AccountEvent {
        @Override
        public Map<String, Object> facts() {
            return rights(roles, organisations);
        }
    }

    record PersonDisabled(UUID subject, EventStamp stamp) implements AccountEvent {}

    record PersonEnabled(UUID subject, EventStamp stamp) implements AccountEvent {}

    /** All sessions of the person are over; API tokens stay. */
    record PersonSignedOut(UUID subject, EventStamp stamp) implements AccountEvent {}

    record PasswordChosen(UUID subject, EventStamp stamp) implements AccountEvent {}

    record SecondFactorSet(UUID subject, EventStamp stamp) implements AccountEvent {}

    /** By its holder, or reset by an administrator: the stamp says who. */
    record SecondFactorRemoved(UUID subject, EventStamp stamp) implements AccountEvent {}

    record RecoveryCodesDrawn(UUID subject, EventStamp stamp) implements AccountEvent {}

    record RecoveryCodeUsed(UUID subject, EventStamp stamp, int left) implements AccountEvent {
        @Override
        public Map<String, Object> facts() {
            return Map.of("left", left);
        }
    }

    record TokenIssued(UUID subject, EventStamp stamp, UUID token, Set<TokenScope> scopes) implements AccountEvent {
        @Override
        public Map<String, Object> facts() {
            return Map.of("token", token, "scopes", names(scopes));
        }
    }

    record TokenRevoked(UUID subject, EventStamp stamp, UUID token) implements AccountEvent {
        @Override
        public Map<String, Object> facts() {
            return Map.of("token", token);
        }
    }

    private static Map<String, Object> rights(Set<Role> roles, Set<OrganisationId> organisations) {
        return Map.of(
                "roles",
                names(roles),
                "organisations",
                organisations.stream().map(OrganisationId::toString).sorted().toList());
    }

    private static List<String> names(Set<? extends Enum<?>> words) {
        return words.stream().sorted().map(Enum::name).toList();
    }
}

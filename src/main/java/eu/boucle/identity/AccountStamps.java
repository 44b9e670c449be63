package eu.boucle.identity;

import eu.boucle.shared.EventStamp;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Accounts are the host's business: events about them belong to its organisation, or to none before set-up. */
@Component
class AccountStamps {

    private static final UUID NOBODY = new UUID(0, 0);

    private final Organisations organisations;
    private final Clock clock;

    AccountStamps(Organisations organisations, Clock clock) {
        this.organisations = organisations;
        this.clock = clock;
    }

    EventStamp by(Actor actor) {
        return by(actor.person());
    }

    /** Somebody who did not prove who she is. */
    EventStamp byVisitor() {
        return by((UUID) null);
    }

    EventStamp by(@Nullable UUID person) {
        UUID host = organisations.host().map(view -> view.id().value()).orElse(NOBODY);
        return new EventStamp(host, person, clock.instant());
    }
}

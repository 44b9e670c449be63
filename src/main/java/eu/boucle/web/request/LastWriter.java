package eu.boucle.web.request;

import eu.boucle.decommissioning.RequestView;
import eu.boucle.identity.Accounts;
import eu.boucle.ledger.Ledger;
import eu.boucle.ledger.LedgerEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who changed a request last, as the journal has it: what somebody who comes second is told. */
@Component
class LastWriter {

    private final Ledger ledger;
    private final Accounts accounts;

    LastWriter(Ledger ledger, Accounts accounts) {
        this.ledger = ledger;
        this.accounts = accounts;
    }

    /** @param version to write over, by whoever has looked at it; @param editable false when it was sent meanwhile */
    public record Change(
            long version,
            boolean editable,
            @Nullable String by,
            @Nullable Instant at) {}

    Change of(RequestView now) {
        List<LedgerEntry> entries = ledger.about(now.id().value());
        if (entries.isEmpty()) {
            return new Change(now.version(), now.status().editable(), null, null);
        }
        LedgerEntry last = entries.getLast();
        UUID person = last.actor();
        Map<UUID, String> names = person == null ? Map.of() : accounts.names(Set.of(person));
        return new Change(now.version(), now.status().editable(), person == null ? null : names.get(person), last.at());
    }
}

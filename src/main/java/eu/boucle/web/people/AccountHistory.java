package eu.boucle.web.people;

import eu.boucle.identity.Accounts;
import eu.boucle.ledger.Ledger;
import eu.boucle.ledger.LedgerEntry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What happened to an account, from the ledger, latest first. */
@Component
class AccountHistory {

    private static final int MOST = 50;

    private final Ledger ledger;
    private final Accounts accounts;

    AccountHistory(Ledger ledger, Accounts accounts) {
        this.ledger = ledger;
        this.accounts = accounts;
    }

    /** @param by empty when the system or a visitor did it */
    public record Line(Instant at, String kind, String by) {}

    List<Line> of(UUID person) {
        List<LedgerEntry> entries =
                ledger.about(person).reversed().stream().limit(MOST).toList();
        Map<UUID, String> names = accounts.names(entries.stream()
                .map(LedgerEntry::actor)
                .filter(Objects::nonNull)
                .toList());
        return entries.stream()
                .map(entry -> new Line(
                        entry.at(), entry.kind(), entry.actor() == null ? "" : names.getOrDefault(entry.actor(), "")))
                .toList();
    }
}

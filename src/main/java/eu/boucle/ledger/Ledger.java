package eu.boucle.ledger;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The journal: append-only, one row per domain event, in the same transaction. Listens to every event by itself. */
@Service
@Transactional
public class Ledger {

    /** Entries about a subject, oldest first. The caller has checked that the reader may see it. */
    public List<LedgerEntry> about(UUID subject) {
        throw new UnsupportedOperationException();
    }

    public long size() {
        throw new UnsupportedOperationException();
    }
}

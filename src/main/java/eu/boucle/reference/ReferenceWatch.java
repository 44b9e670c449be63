package eu.boucle.reference;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Keeps the rows in memory as fresh as the database: after a change of this node at once, after another's within seconds. */
@Component
class ReferenceWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ReferenceWatch.class);

    private final VersionShelf shelf;
    private final ReferenceRows rows;
    private volatile long seen = -1;

    ReferenceWatch(VersionShelf shelf, ReferenceRows rows) {
        this.shelf = shelf;
        this.rows = rows;
    }

    @Scheduled(fixedDelayString = "${boucle.reference.watch:PT2S}")
    void look() {
        try {
            refresh();
        } catch (DataAccessException e) {
            LOG.warn("Reference rows could not be compared with the database: {}", e.getMessage());
        }
    }

    /** One small read; everything is read only when something changed. The counter is read first: never newer than the rows. */
    synchronized void refresh() {
        long change = shelf.change();
        if (change != seen) {
            rows.take(shelf.all());
            seen = change;
        }
    }

    /** This node reads its own change once it is committed. */
    void refreshAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                look();
            }
        });
    }
}

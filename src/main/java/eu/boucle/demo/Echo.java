package eu.boucle.demo;

import eu.boucle.shared.DomainEvent;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/** Hears what was committed, so that a story goes on at the event it waits for and never by guessing a time. */
@Component
@Profile("demo")
class Echo {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Set<String> heard = new HashSet<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition news = lock.newCondition();
    private boolean listening;

    void listen(boolean listening) {
        lock.lock();
        try {
            this.listening = listening;
            heard.clear();
        } finally {
            lock.unlock();
        }
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT, fallbackExecution = true)
    void hear(DomainEvent event) {
        lock.lock();
        try {
            if (listening) {
                heard.add(event.kind() + event.subject());
                news.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** @throws IllegalStateException when it never comes: the demo's story and the domain disagree */
    void await(String kind, UUID subject) {
        lock.lock();
        try {
            long left = PATIENCE.toNanos();
            while (!heard.remove(kind + subject)) {
                if (left <= 0) {
                    throw new IllegalStateException("the story waits in vain for " + kind + " of " + subject);
                }
                left = news.awaitNanos(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            lock.unlock();
        }
    }
}

package eu.boucle.process;

import eu.boucle.identity.WiderReach;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Cases to look at before the transaction that heard of them commits: each once, however many events spoke of it, and
 * always in the same order, so that two transactions never hold each other's case.
 */
@Component
class Nudges {

    private final Tokens tokens;
    private final Cases cases;
    private final WiderReach reach;
    private final TransactionTemplate transaction;

    Nudges(Tokens tokens, Cases cases, WiderReach reach, PlatformTransactionManager transactions) {
        this.reach = reach;
        this.tokens = tokens;
        this.cases = cases;
        this.transaction = new TransactionTemplate(transactions);
    }

    void start(NewCase wanted) {
        heard(bag -> bag.started.put(wanted.subject(), wanted));
    }

    void move(UUID subject) {
        heard(bag -> bag.moved.computeIfAbsent(subject, ignored -> new TreeSet<>()));
    }

    /** @param answer counts as yes because a person asked to try again */
    void insist(UUID subject, String answer) {
        heard(bag ->
                bag.moved.computeIfAbsent(subject, ignored -> new TreeSet<>()).add(answer));
    }

    /**
     * Takes the locks now. A step does so before the engine writes its own rows: everybody locks the domain's rows
     * first, then cases, then the engine's.
     */
    void hold() {
        heard(Bag::hold);
    }

    private void heard(Consumer<Bag> note) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            transaction.executeWithoutResult(ignored -> heard(note));
            return;
        }
        Bag bag = (Bag) TransactionSynchronizationManager.getResource(this);
        if (bag == null) {
            bag = new Bag();
            TransactionSynchronizationManager.bindResource(this, bag);
            TransactionSynchronizationManager.registerSynchronization(bag);
        }
        note.accept(bag);
    }

    /** What one transaction heard. */
    private final class Bag implements TransactionSynchronization {

        private final Map<UUID, Case> held = new HashMap<>();
        private final Map<UUID, NewCase> started = new LinkedHashMap<>();
        private final Map<UUID, Set<String>> moved = new TreeMap<>();

        /** One that is held already stays as it is: nobody else can change it. */
        private void hold() {
            Set<UUID> all = new TreeSet<>(moved.keySet());
            all.addAll(started.keySet());
            all.removeAll(held.keySet());
            if (!all.isEmpty()) {
                held.putAll(cases.hold(all));
            }
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            if (!started.isEmpty() || !moved.isEmpty()) {
                reach.run(this::follow);
            }
        }

        private void follow() {
            while (!started.isEmpty() || !moved.isEmpty()) {
                hold();
                List<NewCase> first = new ArrayList<>(started.values());
                Map<UUID, Set<String>> then = new TreeMap<>(moved);
                started.clear();
                moved.clear();
                first.sort(Comparator.comparing(NewCase::subject));
                first.forEach(each -> held.put(each.subject(), tokens.start(each, held.get(each.subject()))));
                then.forEach((subject, also) -> {
                    Case of = held.get(subject);
                    if (of != null) {
                        tokens.move(of, also);
                    }
                });
            }
        }

        @Override
        public void suspend() {
            TransactionSynchronizationManager.unbindResource(Nudges.this);
        }

        @Override
        public void resume() {
            TransactionSynchronizationManager.bindResource(Nudges.this, this);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Nudges.this);
        }
    }
}

package eu.boucle.process;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Moves the token of a case to where the domain says it stands. Always in the transaction of whoever caused it, at its
 * end and under the case's lock: of a step and an action that meet, the later one sees what the earlier one did.
 */
@Component
class Tokens {

    /** A step that is refused again must wait again: this answer holds once. */
    private static final String UNBLOCKED = "Unblocked";

    private final Cases cases;
    private final Map<Diagram, Answers> answers = new EnumMap<>(Diagram.class);
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final EntityManager entities;
    private final Clock clock;

    Tokens(
            Cases cases,
            List<Answers> answers,
            RuntimeService runtime,
            TaskService tasks,
            EntityManager entities,
            Clock clock) {
        this.cases = cases;
        answers.forEach(each -> this.answers.put(each.diagram(), each));
        this.runtime = runtime;
        this.tasks = tasks;
        this.entities = entities;
        this.clock = clock;
    }

    /** Starts the process of a case that has none running. @param before its case as held, when it had one */
    Case start(NewCase wanted, @Nullable Case before) {
        if (before != null && running(before)) {
            return before;
        }
        Map<String, Object> first = new HashMap<>(ask(wanted.diagram(), wanted.subject(), false));
        if (wanted.diagram() == Diagram.DECOMMISSIONING) {
            first.put("certificatesProvisional", false);
        }
        String instance = runtime.startProcessInstanceByKey(
                        wanted.diagram().key(), wanted.subject().toString(), first)
                .getProcessInstanceId();
        Case opened = wanted.followedBy(instance);
        cases.open(opened, clock.instant());
        return opened;
    }

    /** Ends the waits of a held case whose answer is now yes. @param also answers that a person asked to count as yes */
    void move(Case held, Set<String> also) {
        List<Task> open =
                tasks.createTaskQuery().processInstanceId(held.instance()).list();
        List<EventSubscription> waits = runtime.createEventSubscriptionQuery()
                .processInstanceId(held.instance())
                .eventType("message")
                .list();
        if (open.isEmpty() && waits.isEmpty()) {
            return;
        }
        Map<String, Object> now =
                new HashMap<>(ask(held.diagram(), held.subject(), waits.stream().anyMatch(Tokens::unblocks)));
        also.forEach(answer -> now.put(answer, true));
        noLongerLate(held, now);
        Answers of = answersOf(held.diagram());
        if (yes(now, of.otherEnd())) {
            runtime.setVariables(held.instance(), now);
            correlate(held, of.otherEnd());
            return;
        }
        end(
                held,
                open.stream()
                        .filter(task -> yes(now, of.endsTask().getOrDefault(task.getTaskDefinitionKey(), "")))
                        .map(Task::getId)
                        .toList(),
                waits.stream().filter(wait -> yes(now, wait.getEventName())).toList(),
                now);
    }

    /** The answers are told with the first end, in one command of the engine; whatever follows may have moved by it. */
    private void end(Case held, List<String> open, List<EventSubscription> waits, Map<String, Object> now) {
        List<String> messages =
                waits.stream().map(EventSubscription::getEventName).distinct().toList();
        boolean plain = waits.size() == 1 && !unblocks(waits.getFirst());
        if (plain) {
            runtime.messageEventReceived(messages.getFirst(), waits.getFirst().getExecutionId(), now);
        } else if (messages.isEmpty() && !open.isEmpty()) {
            tasks.complete(open.getFirst(), now);
        } else {
            runtime.setVariables(held.instance(), now);
            messages.forEach(message -> correlate(held, message));
        }
        open.stream().skip(messages.isEmpty() ? 1 : 0).forEach(tasks::complete);
    }

    private void correlate(Case held, String message) {
        runtime.createMessageCorrelation(message)
                .processInstanceId(held.instance())
                .correlateAll();
        if (message.endsWith(UNBLOCKED)) {
            runtime.setVariable(held.instance(), message, false);
        }
    }

    private void noLongerLate(Case held, Map<String, Object> now) {
        String work = held.lateWork();
        if (work == null) {
            return;
        }
        Answers of = answersOf(held.diagram());
        if (yes(now, of.endsTask().getOrDefault(work, work)) || yes(now, of.otherEnd())) {
            cases.noLongerLate(held.subject());
        }
    }

    /** Entities loaded before the lock was taken may be older than what another transaction wrote meanwhile. */
    private Map<String, Object> ask(Diagram diagram, UUID subject, boolean blocked) {
        entities.flush();
        entities.clear();
        return answersOf(diagram).of(subject, blocked);
    }

    private Answers answersOf(Diagram diagram) {
        Answers of = answers.get(diagram);
        if (of == null) {
            throw new IllegalStateException("Nobody answers for " + diagram);
        }
        return of;
    }

    private boolean running(Case held) {
        return runtime.createProcessInstanceQuery()
                        .processInstanceId(held.instance())
                        .count()
                > 0;
    }

    private static boolean unblocks(EventSubscription wait) {
        return wait.getEventName().endsWith(UNBLOCKED);
    }

    private static boolean yes(Map<String, Object> answers, String question) {
        return Boolean.TRUE.equals(answers.get(question));
    }
}

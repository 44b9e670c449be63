package eu.boucle.decommissioning;

import eu.boucle.flow.WorkItem;
import eu.boucle.flow.WorkSource;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Questions on assets: the client answers, then whoever asked reads and closes. */
@Component
class QuestionWork implements WorkSource {

    private final QuestionRows rows;

    QuestionWork(QuestionRows rows) {
        this.rows = rows;
    }

    @Override
    public List<WorkItem> waitingFor(Actor actor) {
        return Stream.concat(toAnswer(actor), toClose(actor)).toList();
    }

    private Stream<WorkItem> toAnswer(Actor actor) {
        if (!actor.is(Role.CLIENT)) {
            return Stream.of();
        }
        return rows
                .where(
                        "state = 'ASKED' and organisation_id in (:organisations)",
                        Map.of("organisations", actor.scope().organisations()))
                .stream()
                .map(question -> new WorkItem(
                        "answerQuestion",
                        question.id().value(),
                        question.tag().value(),
                        List.of(),
                        Role.CLIENT,
                        question.organisation(),
                        question.askedAt(),
                        question.dueAt()));
    }

    private Stream<WorkItem> toClose(Actor actor) {
        if (!actor.isStaff()) {
            return Stream.of();
        }
        return rows.where("state = 'ANSWERED'", Map.of()).stream()
                .filter(question -> actor.is(question.askedAs()))
                .map(question -> new WorkItem(
                        "closeQuestion",
                        question.id().value(),
                        question.tag().value(),
                        List.of(),
                        question.askedAs(),
                        question.organisation(),
                        Objects.requireNonNull(question.answeredAt()),
                        null));
    }
}

package eu.boucle.process;

import eu.boucle.decommissioning.AssetQuestions;
import eu.boucle.decommissioning.QuestionId;
import eu.boucle.decommissioning.QuestionState;
import eu.boucle.decommissioning.QuestionView;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The questions of {@code question.bpmn}, and the day by which the client should have answered. */
@Component
class QuestionAnswers implements Answers {

    private final AssetQuestions questions;

    QuestionAnswers(AssetQuestions questions) {
        this.questions = questions;
    }

    @Override
    public Diagram diagram() {
        return Diagram.QUESTION;
    }

    @Override
    public Map<String, String> endsTask() {
        return Map.of("answerQuestion", "questionAnswered", "closeQuestion", "questionClosed");
    }

    @Override
    public String otherEnd() {
        return "";
    }

    /** Closed unanswered, nothing is awaited from the client any more. */
    @Override
    public Map<String, Object> of(UUID subject, boolean blocked) {
        QuestionView question = questions.question(new QuestionId(subject));
        return Map.of(
                "questionAnswered",
                question.state() != QuestionState.ASKED,
                "questionClosed",
                !question.open(),
                "questionDueAt",
                Date.from(question.dueAt()));
    }
}

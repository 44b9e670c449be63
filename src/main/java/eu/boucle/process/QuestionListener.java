package eu.boucle.process;

import eu.boucle.decommissioning.AssetQuestionAnswered;
import eu.boucle.decommissioning.AssetQuestionAsked;
import eu.boucle.decommissioning.AssetQuestionClosed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Hears questions on assets: each has its process; a blocking one holds up the certificates of its request. */
@Component
class QuestionListener {

    private final Nudges nudges;

    QuestionListener(Nudges nudges) {
        this.nudges = nudges;
    }

    @EventListener
    void on(AssetQuestionAsked event) {
        nudges.start(new NewCase(
                Diagram.QUESTION, event.question().value(), event.stamp().organisation(), null, event.tag()));
    }

    @EventListener
    void on(AssetQuestionAnswered event) {
        nudges.move(event.question().value());
    }

    @EventListener
    void on(AssetQuestionClosed event) {
        nudges.move(event.question().value());
        nudges.move(event.request().value());
    }
}

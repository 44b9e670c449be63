package eu.boucle.process;

import java.time.Clock;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The reminder and the escalation of each wait that has a clock: one bean a service task, named after it. */
@Configuration
class Overdue {

    private final Steps steps;
    private final Cases cases;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Overdue(Steps steps, Cases cases, ApplicationEventPublisher events, Clock clock) {
        this.steps = steps;
        this.cases = cases;
        this.events = events;
        this.clock = clock;
    }

    @Bean
    OverdueStep remindReviewStep() {
        return reminder("reviewRequest");
    }

    @Bean
    OverdueStep escalateReviewStep() {
        return escalation("reviewRequest");
    }

    @Bean
    OverdueStep remindMediaStep() {
        return reminder("mediaDecided");
    }

    @Bean
    OverdueStep escalateMediaStep() {
        return escalation("mediaDecided");
    }

    @Bean
    OverdueStep remindTreatmentStep() {
        return reminder("treated");
    }

    @Bean
    OverdueStep escalateTreatmentStep() {
        return escalation("treated");
    }

    @Bean
    OverdueStep remindFinalOperationsStep() {
        return reminder("finalOperationsReported");
    }

    @Bean
    OverdueStep escalateFinalOperationsStep() {
        return escalation("finalOperationsReported");
    }

    @Bean
    OverdueStep remindConfirmationStep() {
        return reminder("confirmed");
    }

    @Bean
    OverdueStep escalateConfirmationStep() {
        return escalation("confirmed");
    }

    @Bean
    OverdueStep remindDiscrepancyStep() {
        return reminder("resolveDiscrepancy");
    }

    @Bean
    OverdueStep escalateDiscrepancyStep() {
        return escalation("resolveDiscrepancy");
    }

    @Bean
    OverdueStep remindQuestionStep() {
        return reminder("answerQuestion");
    }

    @Bean
    OverdueStep escalateQuestionStep() {
        return escalation("answerQuestion");
    }

    @Bean
    OverdueStep remindDestructionStep() {
        return reminder("destroyMedium");
    }

    @Bean
    OverdueStep escalateDestructionStep() {
        return escalation("destroyMedium");
    }

    private OverdueStep reminder(String work) {
        return new OverdueStep(steps, cases, events, clock, work, false);
    }

    private OverdueStep escalation(String work) {
        return new OverdueStep(steps, cases, events, clock, work, true);
    }
}

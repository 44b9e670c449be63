package eu.boucle.process;

import eu.boucle.custody.Discrepancies;
import eu.boucle.custody.DiscrepancyId;
import eu.boucle.custody.DiscrepancyView;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The question of {@code discrepancy.bpmn}, and the day by which custody wants it answered. */
@Component
class DiscrepancyAnswers implements Answers {

    private final Discrepancies discrepancies;

    DiscrepancyAnswers(Discrepancies discrepancies) {
        this.discrepancies = discrepancies;
    }

    @Override
    public Diagram diagram() {
        return Diagram.DISCREPANCY;
    }

    @Override
    public Map<String, String> endsTask() {
        return Map.of("resolveDiscrepancy", "resolved");
    }

    @Override
    public String otherEnd() {
        return "";
    }

    @Override
    public Map<String, Object> of(UUID subject, boolean blocked) {
        DiscrepancyView discrepancy = discrepancies.discrepancy(new DiscrepancyId(subject));
        return Map.of(
                "mediumConcerned",
                discrepancy.medium() != null,
                "resolved",
                !discrepancy.open(),
                "discrepancyDueAt",
                Date.from(discrepancy.dueAt()));
    }
}

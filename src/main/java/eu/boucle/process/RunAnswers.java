package eu.boucle.process;

import eu.boucle.certificate.CertificateOffice;
import eu.boucle.certificate.CertificateType;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunStatus;
import eu.boucle.shared.RunId;
import eu.boucle.treatment.TreatmentDesk;
import eu.boucle.treatment.TreatmentView;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The questions of {@code pickup.bpmn}. */
@Component
class RunAnswers implements Answers {

    private static final Set<RunStatus> UNANSWERED = EnumSet.of(RunStatus.PLANNED, RunStatus.PROPOSED);
    private static final Set<RunStatus> LOADED =
            EnumSet.of(RunStatus.CLOSED, RunStatus.HANDED_OVER, RunStatus.WEIGHED_IN, RunStatus.TREATED);
    private static final Set<RunStatus> GONE =
            EnumSet.of(RunStatus.HANDED_OVER, RunStatus.WEIGHED_IN, RunStatus.TREATED);
    private static final Set<RunStatus> RECEIVED = EnumSet.of(RunStatus.WEIGHED_IN, RunStatus.TREATED);

    private final RunDesk runs;
    private final TreatmentDesk treatment;
    private final CertificateOffice certificates;

    RunAnswers(RunDesk runs, TreatmentDesk treatment, CertificateOffice certificates) {
        this.runs = runs;
        this.treatment = treatment;
        this.certificates = certificates;
    }

    @Override
    public Diagram diagram() {
        return Diagram.PICKUP;
    }

    @Override
    public Map<String, String> endsTask() {
        return Map.of("replan", "replanned", "fileWasteSlip", "slipsEntered", "reviewTreatment", "massesBalanced");
    }

    @Override
    public String otherEnd() {
        return "cancelled";
    }

    @Override
    public Map<String, Object> of(UUID subject, boolean blocked) {
        RunId id = new RunId(subject);
        RunStatus status = runs.status(id);
        Optional<TreatmentView> report = RECEIVED.contains(status) ? treatment.ofRun(id) : Optional.empty();
        Map<String, Object> answers = new HashMap<>();
        answers.put("confirmed", !UNANSWERED.contains(status));
        answers.put("partnerAnswer", status == RunStatus.DECLINED ? "DECLINED" : "CONFIRMED");
        answers.put("replanned", status != RunStatus.DECLINED);
        answers.put("loadingClosed", LOADED.contains(status));
        answers.put(
                "slipsEntered",
                GONE.contains(status)
                        || status == RunStatus.CLOSED && runs.slipsMissing(id).isEmpty());
        answers.put("handedOver", GONE.contains(status));
        answers.put("weighedIn", RECEIVED.contains(status));
        answers.put("treatmentReported", report.isPresent());
        answers.put("massesBalanced", report.map(TreatmentView::balanced).orElse(false));
        answers.put("takeBackUnblocked", blocked && nothingMissing(id));
        answers.put("cancelled", status == RunStatus.CANCELLED);
        return answers;
    }

    private boolean nothingMissing(RunId run) {
        return runs.requests(run).stream()
                .allMatch(request -> certificates
                        .missing(request.id(), CertificateType.TAKE_BACK)
                        .isEmpty());
    }
}

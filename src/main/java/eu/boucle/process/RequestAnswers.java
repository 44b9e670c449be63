package eu.boucle.process;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.LotStanding;
import eu.boucle.asset.MediumStatus;
import eu.boucle.certificate.CertificateOffice;
import eu.boucle.certificate.CertificateType;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestStatus;
import eu.boucle.sanitization.SanitizationReview;
import eu.boucle.shared.RequestId;
import eu.boucle.treatment.TreatmentDesk;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The questions of {@code decommissioning.bpmn}. */
@Component
class RequestAnswers implements Answers {

    private static final Set<RequestStatus> GONE =
            EnumSet.of(RequestStatus.HANDED_OVER, RequestStatus.TREATED, RequestStatus.CLOSED);
    private static final Set<RequestStatus> TREATED = EnumSet.of(RequestStatus.TREATED, RequestStatus.CLOSED);

    private final RequestDesk requests;
    private final AssetRegister assets;
    private final SanitizationReview sanitization;
    private final TreatmentDesk treatment;
    private final CertificateOffice certificates;

    RequestAnswers(
            RequestDesk requests,
            AssetRegister assets,
            SanitizationReview sanitization,
            TreatmentDesk treatment,
            CertificateOffice certificates) {
        this.requests = requests;
        this.assets = assets;
        this.sanitization = sanitization;
        this.treatment = treatment;
        this.certificates = certificates;
    }

    @Override
    public Diagram diagram() {
        return Diagram.DECOMMISSIONING;
    }

    @Override
    public Map<String, String> endsTask() {
        return Map.of(
                "reviewRequest",
                "reviewed",
                "completeRequest",
                "completed",
                "classifyAsset",
                "classified",
                "validateSanitization",
                "sanitizationValidated");
    }

    @Override
    public String otherEnd() {
        return "cancelled";
    }

    @Override
    public Map<String, Object> of(UUID subject, boolean blocked) {
        RequestId id = new RequestId(subject);
        RequestStatus status = requests.status(id);
        Map<String, Object> answers = new HashMap<>();
        answers.put("reviewed", status != RequestStatus.SUBMITTED);
        answers.put("reviewAnswer", review(status));
        answers.put("completed", status != RequestStatus.RETURNED);
        answers.put("handedOver", GONE.contains(status));
        answers.put("treated", TREATED.contains(status));
        answers.put("cancelled", status == RequestStatus.CANCELLED);
        answers.put("finalOperationsReported", TREATED.contains(status) && treatment.allFinal(id));
        answers.put("dataUnblocked", blocked && nothingMissing(id, CertificateType.DATA_SANITIZATION));
        answers.put("treatmentUnblocked", blocked && nothingMissing(id, CertificateType.WEEE_TREATMENT));
        lot(answers, id, assets.standing(id));
        return answers;
    }

    private void lot(Map<String, Object> answers, RequestId id, LotStanding lot) {
        boolean decided = lot.assets() > 0 && lot.mediaDecided();
        answers.put("classified", lot.assets() > 0 && lot.unclassified() == 0);
        answers.put("assetsTagged", lot.assets() > 0 && lot.tagged());
        answers.put("mediaDecided", decided);
        answers.put("partnerEvidenceReceived", lot.entrusted() == 0);
        answers.put("dataHandled", lot.media(MediumStatus.ERASED) + lot.media(MediumStatus.DESTROYED) > 0);
        answers.put("sanitizationValidated", decided && sanitization.done(id, lot));
        answers.put(
                "somethingTreated",
                lot.in(AssetState.REUSED)
                                + lot.in(AssetState.RECYCLED)
                                + lot.in(AssetState.RECOVERED)
                                + lot.in(AssetState.DISPOSED)
                        > 0);
    }

    private boolean nothingMissing(RequestId id, CertificateType type) {
        return certificates.missing(id, type).isEmpty();
    }

    private static String review(RequestStatus status) {
        return switch (status) {
            case DRAFT, SUBMITTED -> "NONE";
            case RETURNED -> "RETURNED";
            case REJECTED -> "REJECTED";
            default -> "ACCEPTED";
        };
    }
}

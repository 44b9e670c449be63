package eu.boucle.treatment;

import eu.boucle.identity.Actor;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What became of the equipment, as the partner reports it by run. */
@Service
@Transactional
public class TreatmentDesk {

    /** PARTNER, own run, WEIGHED_IN or later; a second report replaces the first as a new version. Outcomes move the assets, the run becomes TREATED when balanced, its requests when nothing is left open. @throws eu.boucle.shared.Invalid {@code OPERATION_UNKNOWN}, {@code MODE_NOT_ALLOWED}, {@code TAG_NOT_RECEIVED} by path */
    public TreatmentView report(String runReference, ReportTreatment command, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** The CSV template {@code kind;weightKg;operation;mode;wasteCode;destination;basis} read as fractions. */
    public List<ReportTreatment.Fraction> readCsv(byte[] bytes) {
        throw new UnsupportedOperationException();
    }

    /** COMPLIANCE accepts masses out of tolerance, with a reason. */
    public TreatmentView accept(String runReference, Reason reason, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Checks the balance and, when it holds, completes the run and its requests. Idempotent. @return whether it balances or was accepted */
    public boolean checkMassBalance(RunId run, Actor by) {
        throw new UnsupportedOperationException();
    }

    public Optional<TreatmentView> ofRun(RunId run) {
        throw new UnsupportedOperationException();
    }

    /** Reports of all runs of a request, oldest run first. */
    public List<TreatmentView> ofRequest(RequestId request) {
        throw new UnsupportedOperationException();
    }

    /** Every run of the request has a report and all its operations are final. */
    public boolean allFinal(RequestId request) {
        throw new UnsupportedOperationException();
    }

    public Optional<Operation> operation(String code) {
        throw new UnsupportedOperationException();
    }

    public List<Operation> operations() {
        throw new UnsupportedOperationException();
    }
}

package eu.boucle.sanitization;

import eu.boucle.asset.MediumId;
import eu.boucle.asset.MediumView;
import eu.boucle.identity.Actor;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.Slice;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Evidence received and recorded, medium by medium. Moves the medium in the register when the evidence decides it. */
@Service
@Transactional
public class EvidenceDesk {

    /** Reads a report file: nwipe logs in this edition. WAREHOUSE, CLIENT (own media), PARTNER (entrusted media of own runs). The same bytes again change nothing. @throws eu.boucle.shared.Invalid {@code REPORT_UNREADABLE}, {@code FILE_TOO_LARGE} */
    public ReportView receive(String fileName, byte[] bytes, @Nullable RequestId request, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Results that no medium was found for, oldest first. WAREHOUSE, COMPLIANCE. */
    public Slice<DriveResult> inbox(@Nullable String after, int limit, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** A person says which medium a result belongs to: WAREHOUSE. */
    public DriveResult link(ResultId result, MediumId medium, Actor by) {
        throw new UnsupportedOperationException();
    }

    public DriveResult dismiss(ResultId result, Reason reason, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** COMPLIANCE rules on an UNDECIDED medium's result: ERASED or FAILED, with a reason. */
    public DriveResult rule(ResultId result, Verdict verdict, Reason reason, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** A manual record: WAREHOUSE, or PARTNER for media entrusted on its runs. */
    public MediumView record(MediumId medium, ManualRecord command, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** A medium given back to the client. */
    public MediumView returned(MediumId medium, Reason reason, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** A medium cannot be found: WAREHOUSE says it, COMPLIANCE calling it on a MISSING one accepts the loss. Opens a discrepancy with 72 hours. */
    public MediumView missing(MediumId medium, Reason reason, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Seals a request's undecided media whose instruction says PARTNER: done by itself when tagging closes, or by hand. */
    public int entrust(RequestId request, Actor by) {
        throw new UnsupportedOperationException();
    }

    public List<EvidenceView> evidenceOf(MediumId medium) {
        throw new UnsupportedOperationException();
    }

    /** Evidence of all media of a request, oldest first: for certificates. */
    public List<EvidenceView> evidenceOf(RequestId request) {
        throw new UnsupportedOperationException();
    }

    /** Techniques allowed on this medium, with the level each reaches. */
    public List<Technique> techniquesFor(MediumView medium) {
        throw new UnsupportedOperationException();
    }
}

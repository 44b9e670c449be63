package eu.boucle.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.asset.MediumStatus;
import eu.boucle.asset.Outcome;
import eu.boucle.custody.DiscrepancyOutcome;
import eu.boucle.identity.Role;
import eu.boucle.sanitization.Coverage;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObstaclesTests {

    private final DossierExample example = DossierExample.finished();

    @Test
    void aFinishedDossierHasNone() {
        for (CertificateType type : CertificateType.values()) {
            assertThat(missing(type)).isEmpty();
        }
    }

    @Test
    void eachUndecidedMediumIsNamedWithWhoCanLiftIt() {
        example.asset("A", MediumStatus.EXPECTED, "EXP-1", false, Outcome.RECYCLED);
        example.asset("B", MediumStatus.FAILED, "FAI-1", false, Outcome.RECYCLED);
        example.asset("C", MediumStatus.UNDECIDED, "UND-1", false, Outcome.RECYCLED);
        example.asset("D", MediumStatus.MISSING, "MIS-1", false, Outcome.RECYCLED);
        example.asset("E", MediumStatus.ENTRUSTED, "ENT-1", false, Outcome.RECYCLED);
        List<Missing> missing =
                Obstacles.of(CertificateType.DATA_SANITIZATION, example.dossier(), null, DossierExample.PARIS);
        assertThat(missing).extracting(Missing::subject).containsExactly("EXP-1", "FAI-1", "UND-1", "MIS-1", "ENT-1");
        assertThat(missing)
                .extracting(Missing::holder)
                .containsExactly(Role.WAREHOUSE, Role.WAREHOUSE, Role.COMPLIANCE, Role.COMPLIANCE, Role.PARTNER);
    }

    @Test
    void nobodyValidatedOrThePerformerDid() {
        example.coverage = new Coverage(1, 1, Set.of(DossierExample.PERFORMER), false, null, null, true);
        assertThat(missing(CertificateType.DATA_SANITIZATION)).containsExactly("NOT_VALIDATED");
        example.coverage = new Coverage(
                1, 1, Set.of(DossierExample.PERFORMER), true, DossierExample.PERFORMER, DossierExample.LEFT, true);
        assertThat(missing(CertificateType.DATA_SANITIZATION)).containsExactly("VALIDATOR_IS_PERFORMER");
    }

    @Test
    void withoutDataWorkNothingIsAskedAndNothingIssued() {
        DossierExample empty = new DossierExample();
        empty.coverage = new Coverage(0, 0, Set.of(), false, null, null, false);
        empty.asset("SW", null, "", false, Outcome.RECYCLED);
        assertThat(Obstacles.of(CertificateType.DATA_SANITIZATION, empty.dossier(), null, DossierExample.PARIS))
                .isEmpty();
        assertThat(Obstacles.hasDataWork(empty.dossier())).isFalse();
    }

    @Test
    void dangerousWasteNeedsASlipNumberAndTheCarrierAReceipt() {
        example.slipGiven = false;
        example.receiptUntil = LocalDate.of(2026, 11, 19);
        assertThat(missing(CertificateType.TAKE_BACK))
                .containsExactly("SLIP_NUMBER_MISSING", "CARRIER_RECEIPT_EXPIRED");
        assertThat(missing(CertificateType.WEEE_TREATMENT))
                .containsExactly("SLIP_NUMBER_MISSING", "CARRIER_RECEIPT_EXPIRED");
    }

    @Test
    void anOpenDiscrepancyBlocksAResolvedOneDoesNot() {
        example.gap(DiscrepancyOutcome.ACCEPTED);
        assertThat(missing(CertificateType.WEEE_TREATMENT)).isEmpty();
        example.openGap();
        assertThat(missing(CertificateType.ROHS_STATEMENT)).containsExactly("DISCREPANCY_OPEN");
    }

    @Test
    void anUnreportedOrUnbalancedTreatmentBlocks() {
        example.balanced = false;
        assertThat(missing(CertificateType.WEEE_TREATMENT)).containsExactly("MASS_NOT_BALANCED");
        example.reported = false;
        assertThat(missing(CertificateType.WEEE_TREATMENT)).containsExactly("TREATMENT_NOT_REPORTED");
    }

    @Test
    void aLongListIsCutAndCounted() {
        for (int i = 0; i < 60; i++) {
            example.asset("X" + i, MediumStatus.EXPECTED, "M" + i, false, Outcome.RECYCLED);
        }
        List<Missing> missing =
                Obstacles.of(CertificateType.DATA_SANITIZATION, example.dossier(), null, DossierExample.PARIS);
        assertThat(missing).hasSize(51);
        assertThat(missing.getLast().code()).isEqualTo("AND_MORE");
        assertThat(missing.getLast().subject()).isEqualTo("10");
    }

    private List<String> missing(CertificateType type) {
        return Obstacles.of(type, example.dossier(), null, DossierExample.PARIS).stream()
                .map(Missing::code)
                .toList();
    }
}

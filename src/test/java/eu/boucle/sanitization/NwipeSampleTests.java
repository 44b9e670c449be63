package eu.boucle.sanitization;

import static eu.boucle.sanitization.Samples.drive;
import static eu.boucle.sanitization.Samples.judged;
import static eu.boucle.sanitization.Samples.own;
import static eu.boucle.sanitization.Samples.published;
import static eu.boucle.sanitization.Samples.read;
import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.sanitization.WipedDrive.HiddenArea;
import eu.boucle.sanitization.WipedDrive.Status;
import eu.boucle.sanitization.WipedDrive.Verification;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Every nwipe sample gives the verdict and the reasons that its README documents. */
class NwipeSampleTests {

    @Test
    void aCleanLogWithoutSerialLacksTheSerialOnly() {
        NwipeLog log = read(own("nwipe-0.34deb-local-zero_ok.log"));

        WipedDrive drive = drive(log, "loop0");
        assertThat(log.version()).isEqualTo("0.33");
        assertThat(drive.method()).isEqualTo("Fill With Zeros");
        assertThat(drive.verification()).isEqualTo(Verification.LAST);
        assertThat(drive.status()).isEqualTo(Status.ERASED);
        assertThat(List.of(drive.passErrors(), drive.verificationErrors(), drive.syncErrors()))
                .containsOnly(0);
        assertThat(drive.bytesReported()).isFalse();
        assertThat(drive.bytesTotal()).isEqualTo(33_554_432);
        assertUndecided(log, "loop0", "SERIAL_MISSING");
    }

    @Test
    void aFailedDriveFailsWithoutSerialAndItsCleanNeighbourIsNotBlamed() {
        NwipeLog log = read(own("nwipe-0.34deb-local-mixed_failed.log"));

        assertUndecided(log, "loop0", "SERIAL_MISSING");
        assertThat(drive(log, "loop2").syncErrors()).isEqualTo(2);
        assertThat(judged(log, "loop2").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(judged(log, "loop2").reasons()).contains("STATUS_FAILED", "SYNC_ERRORS", "FAILURE_LINE");
    }

    @Test
    void twoDrivesOfOneRunAreReadApart() {
        NwipeLog log = read(own("nwipe-0.42-local-dodshort_2dev.log"));

        assertThat(log.version()).isEqualTo("0.42");
        assertThat(log.drives()).extracting(WipedDrive::device).containsExactly("loop0", "loop1");
        assertThat(drive(log, "loop0").bytesErased()).isEqualTo(33_554_432);
        assertThat(drive(log, "loop1").bytesErased()).isEqualTo(50_331_648);
        assertThat(drive(log, "loop0").overwrites()).isEqualTo(4);
        assertThat(drive(log, "loop1").verification()).isEqualTo(Verification.ALL);
        assertUndecided(log, "loop0", "SERIAL_MISSING");
        assertUndecided(log, "loop1", "SERIAL_MISSING");
    }

    @Test
    void hiddenAreasAreSeenPerDrive() {
        NwipeLog log = read(published("public-nwipe-issue444-0.34.5-hpa-3drives.log"));

        assertThat(log.drives()).extracting(WipedDrive::serial).containsExactly("ZN15TA6Y", "ZA20SSAR", "Z1Z7NVF7");
        assertThat(judged(log, "sda").reasons()).contains("HIDDEN_AREA_PRESENT", "STATUS_MISSING", "LOG_CUT");
        assertThat(judged(log, "sdb").reasons()).contains("HIDDEN_AREA_UNKNOWN", "STATUS_MISSING", "LOG_CUT");
        assertThat(judged(log, "sdc").reasons())
                .contains("STATUS_MISSING", "LOG_CUT")
                .doesNotContain("HIDDEN_AREA_PRESENT", "HIDDEN_AREA_UNKNOWN");
        assertThat(drive(log, "sdc").hiddenArea()).isEqualTo(HiddenArea.NONE);
    }

    @Test
    void twoFiguresThatDifferAreAHiddenAreaWhateverTheWords() {
        NwipeLog log = read(published("public-nwipe-issue542-hpa-8-sectors-hidden.log"));

        assertThat(judged(log, "sdb").verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judged(log, "sdb").reasons())
                .contains("HIDDEN_AREA_PRESENT", "SERIAL_MISSING", "STATUS_MISSING", "LOG_CUT");
    }

    @Test
    void bytesWrittenAreNoVerdict() {
        NwipeLog log = read(published("public-nwipe-pr722-0.42-success-256GB.log"));

        WipedDrive drive = drive(log, "sdb");
        assertThat(drive.method()).isEqualTo("PRNG Stream");
        assertThat(drive.startedAt()).isEqualTo(LocalDateTime.of(2026, 8, 16, 23, 30, 18));
        assertThat(drive.endedAt()).isEqualTo(LocalDateTime.of(2026, 8, 17, 0, 57, 12));
        assertThat(judged(log, "sdb").verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judged(log, "sdb").reasons()).contains("STATUS_MISSING", "SERIAL_MISSING", "LOG_CUT");
    }

    @Test
    void aColumnThatTheVersionDoesNotHaveIsNotAnError() {
        NwipeLog log = read(published("public-nwipe-pr325-0.31-twocolumn-errors.log"));

        assertThat(drive(log, "loop44").syncReported()).isFalse();
        assertThat(judged(log, "loop44").verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judged(log, "loop44").reasons())
                .contains("SERIAL_MISSING", "LOG_CUT", "VERSION_UNKNOWN")
                .doesNotContain("ERRORS_MISSING", "STATUS_MISSING");
    }

    @Test
    void serialsMaskedByQuietModeAreNotSerials() {
        NwipeLog log = read(published("public-nwipe-pr366-quiet-start.log"));

        assertThat(log.drives()).extracting(WipedDrive::device).containsExactly("sdc", "sdd");
        assertThat(log.drives())
                .extracting(WipedDrive::bytesTotal)
                .containsExactly(1_000_204_886_016L, 2_000_398_934_016L);
        for (String device : List.of("sdc", "sdd")) {
            assertThat(judged(log, device).verdict()).isEqualTo(Verdict.UNDECIDED);
            assertThat(judged(log, device).reasons()).contains("SERIAL_MASKED", "STATUS_MISSING", "LOG_CUT");
        }
    }

    @Test
    void aDriveThatTheStationIgnoredIsNoDrive() {
        NwipeLog log = read(published("public-nwipe-issue414-2022-liteon-recovery-partition.log"));

        assertThat(log.drives()).extracting(WipedDrive::device).containsExactly("sda");
        assertThat(drive(log, "sda").model()).isEqualTo("LITEON CV8-8E128");
        assertThat(drive(log, "sda").status()).isEqualTo(Status.ERASED);
        assertThat(judged(log, "sda").verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judged(log, "sda").reasons()).contains("SERIAL_MASKED", "LOG_CUT", "VERIFICATION_TOO_WEAK");
    }

    @Test
    void theShapeOf2016IsRead() {
        NwipeLog log = read(published("public-nwipe-issue21-2016-oldformat.log"));

        assertThat(drive(log, "sdb").method()).isEqualTo("PRNG Stream");
        assertThat(drive(log, "sdb").bytesTotal()).isEqualTo(600_127_266_816L);
        assertThat(judged(log, "sdb").verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judged(log, "sdb").reasons())
                .contains("STATUS_MISSING", "SERIAL_MISSING", "LOG_CUT", "VERSION_UNKNOWN");
    }

    @Test
    void aFlushFailureOf2019IsAFailure() {
        NwipeLog log = read(published("public-nwipe-pr105-2019-oldformat-fsync-error.log"));

        assertThat(judged(log, "sdc").verdict()).isEqualTo(Verdict.FAILED);
    }

    private static void assertUndecided(NwipeLog log, String device, String... reasons) {
        assertThat(judged(log, device).verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judged(log, device).reasons()).containsExactly(reasons);
    }
}

package eu.boucle.sanitization;

import static eu.boucle.sanitization.Samples.drive;
import static eu.boucle.sanitization.Samples.judged;
import static eu.boucle.sanitization.Samples.positive;
import static eu.boucle.sanitization.Samples.read;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reader takes what comes: cut, repeated, broken or strange. */
class NwipeLogReaderTests {

    private static final String GOOD = positive("ZC1A2B3C");

    @Test
    void noCutOfAGoodLogIsErasedBeforeItsLastLine() {
        int success = GOOD.indexOf("Nwipe successfully completed");
        for (int length = 0; length < success; length += 7) {
            NwipeLog.read(ReportText.lines(GOOD.substring(0, length).getBytes(StandardCharsets.UTF_8)))
                    .ifPresent(log -> assertThat(log.drives())
                            .allSatisfy(drive -> assertThat(
                                            judged(log, drive.device()).verdict())
                                    .isEqualTo(Verdict.UNDECIDED)));
        }
    }

    @Test
    void flippedBytesNeverStopTheReaderNorPromoteTheOtherDrive() {
        Random random = new Random(42);
        byte[] good = GOOD.getBytes(StandardCharsets.UTF_8);
        for (int round = 0; round < 300; round++) {
            byte[] bytes = good.clone();
            for (int flips = 0; flips < 40; flips++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            NwipeLog.read(ReportText.lines(bytes))
                    .ifPresent(log -> log.drives().stream()
                            .filter(drive -> drive.device().equals("loop1"))
                            .forEach(drive ->
                                    assertThat(judged(log, "loop1").verdict()).isNotEqualTo(Verdict.ERASED)));
        }
    }

    @Test
    void noiseIsNoLog() {
        byte[] noise = new byte[200_000];
        new Random(7).nextBytes(noise);

        assertThat(NwipeLog.read(ReportText.lines(noise))).isEmpty();
        assertThat(NwipeLog.read(ReportText.lines("Bonjour,\nvoici le rapport.".getBytes(StandardCharsets.UTF_8))))
                .isEmpty();
    }

    @Test
    void aSingleEndlessLineIsReadInBoundedTime() {
        String endless = "[2026/11/23 16:14:09]  notice: Found /dev/sda, " + "HPA values 1 / ,=".repeat(1_000_000);

        assertThat(read(endless).drives()).hasSize(1);
    }

    @Test
    void twoRunsAppendedToOneFileAreTwoResults() {
        NwipeLog log = read(GOOD + GOOD.replace("     loop0 | Erased |", "!    loop0 |-FAILED-|"));

        assertThat(log.drives()).extracting(WipedDrive::device).containsExactly("loop0", "loop1", "loop0", "loop1");
        assertThat(log.drives())
                .extracting(WipedDrive::status)
                .containsExactly(
                        WipedDrive.Status.ERASED,
                        WipedDrive.Status.ERASED,
                        WipedDrive.Status.FAILED,
                        WipedDrive.Status.ERASED);
    }

    @Test
    void aDriveThatWasOnlyListedInARunThatEndedTookNoPart() {
        String listed = GOOD.replace(
                "[2026/11/23 16:14:09]    info: No UUID available for /dev/loop1",
                "[2026/11/23 16:14:09]  notice: Found /dev/sda, ATA     , ST4000NM0033-9ZM, 4001 GB, S/N=Z1ZABCDE");

        assertThat(read(listed).drives()).extracting(WipedDrive::device).containsExactly("loop0", "loop1");
    }

    @Test
    void theHostAndTheLiveSystemAreNoted() {
        NwipeLog log = read(
                "[2026/11/23 16:14:02]    info: ShredOS v2025.02_28.1_x86-64_0.38\n"
                        + "[2026/11/23 16:14:02]  notice: system-serial-number = To be filled by O.E.M.\n"
                        + "[2026/11/23 16:14:02]  notice: Found /dev/nvme0n1, NVME    , SAMSUNG MZ, PM9, 1 TB, S/N=S4EV NX0 \n");

        assertThat(log.version()).isEqualTo("0.38");
        assertThat(log.hostSerial()).isEmpty();
        assertThat(drive(log, "nvme0n1").model()).isEqualTo("SAMSUNG MZ, PM9");
        assertThat(drive(log, "nvme0n1").bus()).isEqualTo("NVME");
        assertThat(drive(log, "nvme0n1").serial()).isEqualTo("S4EV NX0");
    }

    @Test
    void otherReportsAreCalledByTheirName() {
        assertThat(ReportText.otherKind("%PDF-1.5 ...".getBytes(StandardCharsets.UTF_8)))
                .contains("PDF");
        assertThat(ReportText.otherKind(Samples.own("nwipe-0.42-local-certificate-ERASED.pdftotext.txt")))
                .contains("PDF");
        assertThat(ReportText.otherKind("{\"components\": []}".getBytes(StandardCharsets.UTF_8)))
                .contains("JSON");
        assertThat(ReportText.otherKind("<?xml version='1.0'?><root/>".getBytes(StandardCharsets.UTF_8)))
                .contains("XML");
        assertThat(ReportText.otherKind(GOOD.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    /** Files of our own in the shapes of the public excerpts, for those who do not have them. */
    @ParameterizedTest
    @CsvSource({
        "boucle-shape-2017-flush-failure.log, sdf, FAILED, FAILURE_LINE",
        "boucle-shape-0.31-two-columns.log, sdg, ERASED, ''",
        "boucle-shape-0.38-server-with-four-drives.log, sda, ERASED, ''",
        "boucle-shape-0.38-server-with-four-drives.log, sdb, UNDECIDED, HIDDEN_AREA_PRESENT",
        "boucle-shape-0.38-server-with-four-drives.log, nvme0n1, FAILED, VERIFICATION_ERRORS",
        "boucle-shape-quiet-cut.log, sdh, UNDECIDED, SERIAL_MASKED",
        "boucle-shape-quiet-cut.log, sdh, UNDECIDED, LOG_CUT",
    })
    void everyShapeGivesItsVerdict(String file, String device, Verdict verdict, String reason) {
        NwipeLog log = read(Samples.own(file));

        assertThat(judged(log, device).verdict()).isEqualTo(verdict);
        if (reason.isEmpty()) {
            assertThat(judged(log, device).reasons()).isEmpty();
        } else {
            assertThat(judged(log, device).reasons()).contains(reason);
        }
    }

    @Test
    void onlyDrivesThatTookPartAreTold() {
        NwipeLog log = read(Samples.own("boucle-shape-0.38-server-with-four-drives.log"));

        assertThat(log.drives()).extracting(WipedDrive::device).containsExactly("sda", "sdb", "nvme0n1");
        assertThat(log.shredOs()).isEqualTo("v2025.02_28.1_x86-64");
        assertThat(log.hostSerial()).isEqualTo("EXHOST01");
    }
}

package eu.boucle.sanitization;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import eu.boucle.sanitization.EvidenceRules.Expectation;
import eu.boucle.sanitization.EvidenceRules.Judgement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Erasure reports for tests: ours from the class path, public excerpts from the folder beside the project. */
public final class Samples {

    private static final Path PUBLIC = Path.of("..", "shared", "samples", "erasure");

    private Samples() {}

    static byte[] own(String name) {
        try (var in = Samples.class.getResourceAsStream("/samples/erasure/" + name)) {
            return in == null ? fail("no sample " + name) : in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String ownText(String name) {
        return new String(own(name), StandardCharsets.UTF_8);
    }

    /** Public excerpts are not part of the project: where they are missing the check is skipped by name, in CI it fails. */
    static byte[] published(String name) {
        Path file = PUBLIC.resolve(name);
        if (!Files.isReadable(file)) {
            String sentence = "The public sample '" + name + "' is not in " + PUBLIC;
            return "1".equals(System.getenv("BOUCLE_CI")) ? fail(sentence) : abort(sentence + ": check skipped");
        }
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The documented positive case: the first drive of our two-drive log, with a serial in both places. */
    static String positive(String serial) {
        return ownText("nwipe-0.42-local-dodshort_2dev.log")
                .replace("Loopback device,   33 MB, S/N=", "Loopback device,   33 MB, S/N=" + serial)
                .replace(
                        "| 00:00:01 | Loopback device/\n     loop1",
                        "| 00:00:01 | Loopback device/" + serial + "\n     loop1");
    }

    /** A clean log of nwipe 0.42 with two drives, as a station writes it. */
    public static byte[] log(String serial, String second) {
        return positive(serial)
                .replace("Loopback device,   50 MB, S/N=", "Loopback device,   50 MB, S/N=" + second)
                .replace("530 MB/s | 00:00:01 | Loopback device/", "530 MB/s | 00:00:01 | Loopback device/" + second)
                .replace("VIRT    ", "SAS     ")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The same, but the first drive failed. */
    public static byte[] failedLog(String serial, String second) {
        return new String(log(serial, second), StandardCharsets.UTF_8)
                .replace("     loop0 | Erased |", "!    loop0 |-FAILED-|")
                .replace("Nwipe successfully completed. See", "Nwipe exited with errors, check the log &")
                .getBytes(StandardCharsets.UTF_8);
    }

    static NwipeLog read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    static NwipeLog read(byte[] bytes) {
        return NwipeLog.read(ReportText.lines(bytes)).orElseGet(() -> fail("not read as a log"));
    }

    static WipedDrive drive(NwipeLog log, String device) {
        return log.drives().stream()
                .filter(drive -> drive.device().equals(device))
                .findFirst()
                .orElseGet(() -> fail("no drive " + device + " in " + log));
    }

    /** As if the serial shown were that of a medium awaited, and the level enough. */
    static Judgement judged(NwipeLog log, String device) {
        return EvidenceRules.DEFAULT.judge(drive(log, device), Expectation.EXPECTED, true);
    }
}

package eu.boucle.circuits;

import java.nio.charset.StandardCharsets;

/** Logs in the shape of nwipe 0.42 for serials of our choice: one drive a serial. */
final class NwipeLog {

    private NwipeLog() {}

    static byte[] erased(String... serials) {
        return log(false, serials);
    }

    /** The first drive fails, the others succeed. */
    static byte[] failed(String... serials) {
        return log(true, serials);
    }

    private static byte[] log(boolean firstFails, String... serials) {
        StringBuilder log = new StringBuilder("[2026/11/20 09:14:02]    info: nwipe 0.42\n");
        StringBuilder errors = new StringBuilder();
        StringBuilder bytes = new StringBuilder();
        StringBuilder status = new StringBuilder();
        line(log, "notice", "Program options are set as follows...");
        line(log, "notice", "  method   = Fill With Zeros");
        line(log, "notice", "  rounds   = 1");
        line(log, "notice", "  verify   = 1 (last pass)");
        for (int i = 0; i < serials.length; i++) {
            String device = "sd" + (char) ('a' + i);
            boolean fails = firstFails && i == 0;
            line(log, "notice", "Found /dev/" + device + ",  SAS    , ST4000NM0033-9ZM, 4000 GB, S/N=" + serials[i]);
            line(log, "info", "/dev/" + device + ", sector(logical)/block(physical) sizes 512/4096");
            line(log, "notice", "Invoking method 'Fill With Zeros' on /dev/" + device);
            line(log, "notice", "Starting round 1 of 1 on /dev/" + device);
            line(log, "notice", "4000787030016 bytes written to /dev/" + device);
            if (fails) {
                line(log, "error", "Verification mismatch on '/dev/" + device + "' at offset 4096");
            } else {
                line(log, "notice", "Verified pass 1 of 1, round 1 of 1, on '/dev/" + device + "'.");
            }
            line(log, "notice", "Finished final round 1 of 1 on /dev/" + device);
            errors.append("%s%9s | %11d | %20d | %20d%n".formatted(fails ? "!" : " ", device, 0, fails ? 1 : 0, 0));
            bytes.append(" %9s | %17d | %16d | %17s%n".formatted(device, 4000787030016L, 4000787030016L, "100.00%"));
            status.append("%s%9s |%s|  176 MB/s | 06:18:31 | %s/%s%n"
                    .formatted(
                            fails ? "!" : " ",
                            device,
                            fails ? "-FAILED-" : " Erased ",
                            "ST4000NM0033-9ZM",
                            serials[i]));
        }
        log.append("\n******************************** Error Summary *********************************\n")
                .append("!   Device | Pass Errors | Verifications Errors | Fdatasync I\\O Errors\n")
                .append("-".repeat(80))
                .append('\n')
                .append(errors)
                .append("*".repeat(80))
                .append("\n\n")
                .append("******************************* Erasure Summary ********************************\n")
                .append("!   Device |      Bytes Erased |      Bytes Total | Percentage Erased\n")
                .append("-".repeat(80))
                .append('\n')
                .append(bytes)
                .append("*".repeat(80))
                .append("\n\n")
                .append("********************************* Drive Status *********************************\n")
                .append("!   Device | Status | Thru-put | HH:MM:SS | Model/Serial Number\n")
                .append("-".repeat(80))
                .append('\n')
                .append(status)
                .append("-".repeat(80))
                .append('\n')
                .append("[2026/11/20 15:32:40] Total Throughput  176 MB/s, Fill With Zeros, 1R+B+VL\n")
                .append("*".repeat(80))
                .append("\n\n");
        line(
                log,
                "info",
                firstFails
                        ? "Nwipe exited with errors, check the log & summary table for individual drive status."
                        : "Nwipe successfully completed. See summary table for details.");
        return log.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void line(StringBuilder log, String level, String text) {
        log.append("[2026/11/20 09:14:02] ")
                .append(" ".repeat(7 - level.length()))
                .append(level)
                .append(": ")
                .append(text)
                .append('\n');
    }
}

package eu.boucle.sanitization;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The text of a report file, whatever its encoding, in lines of bounded length; and which kind of file it is when it is not a log. */
final class ReportText {

    /** No line of a log is longer; what follows is dropped. */
    private static final int LONGEST_LINE = 4_000;

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|\\n|\\r");
    private static final Pattern JSON = Pattern.compile("(?s)\\s*(\\{|\\[\\s*[{\\[\"\\]]).*");

    private ReportText() {}

    static List<String> lines(byte[] bytes) {
        return LINE_END.splitAsStream(decode(bytes, bytes.length))
                .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) : line)
                .toList();
    }

    /** The kind of a report that is not a log, as told to the person; nothing when it may be one. */
    static Optional<String> otherKind(byte[] bytes) {
        String head = decode(bytes, Math.min(bytes.length, 4_000));
        String lower = head.toLowerCase(Locale.ROOT);
        if (head.startsWith("%PDF")
                || lower.contains("disk erasure report")
                || lower.contains("system erasure report")) {
            return Optional.of("PDF");
        }
        if (head.startsWith("PK\u0003\u0004")) {
            return Optional.of("ZIP");
        }
        if (JSON.matcher(head).matches()) {
            return Optional.of("JSON");
        }
        if (lower.stripLeading().startsWith("<?xml") || lower.stripLeading().startsWith("<root")) {
            return Optional.of("XML");
        }
        if (lower.contains("sanitize status:") || lower.contains("issuing security_erase command")) {
            return Optional.of("hdparm");
        }
        if (lower.contains("sanitize progress") && lower.contains("sanitize status")) {
            return Optional.of("nvme-cli");
        }
        return lower.startsWith("sourcetool") || lower.contains("mediaserial") ? Optional.of("CSV") : Optional.empty();
    }

    /** The grammar is plain ASCII: bytes that are no UTF-8 become the replacement sign, and zero bytes (UTF-16 without mark) vanish. */
    private static String decode(byte[] bytes, int length) {
        Charset charset = StandardCharsets.UTF_8;
        int skip = 0;
        if (length >= 3 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF) {
            skip = 3;
        } else if (length >= 2 && bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE) {
            charset = StandardCharsets.UTF_16LE;
            skip = 2;
        } else if (length >= 2 && bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF) {
            charset = StandardCharsets.UTF_16BE;
            skip = 2;
        }
        return new String(bytes, skip, length - skip, charset).replace("\0", "");
    }
}

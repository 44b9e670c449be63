package eu.boucle.decommissioning;

import eu.boucle.shared.Invalid;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** The bytes of a list as text: by its mark, else UTF-8 when it is, else Windows-1252, as French spreadsheets write. */
final class ListText {

    private static final Map<String, String> MAGIC = Map.of(
            "504b0304", "XLSX/ODS",
            "504b0506", "ZIP",
            "d0cf11e0", "XLS",
            "25504446", "PDF",
            "1f8b08", "GZIP",
            "89504e47", "PNG",
            "ffd8ff", "JPEG");

    private ListText() {}

    /** @throws FormatNotRead for what is not text, or text of another kind @throws Invalid {@code LIST_EMPTY} */
    static String of(byte[] bytes) {
        magic(bytes);
        String text = decode(bytes);
        if (text.isBlank()) {
            throw Invalid.field("list", "LIST_EMPTY", null);
        }
        if (text.indexOf('\u0000') >= 0) {
            throw new FormatNotRead("binary");
        }
        String start = text.stripLeading();
        String lower = start.substring(0, Math.min(start.length(), 40)).toLowerCase(Locale.ROOT);
        if (lower.startsWith("{") || lower.startsWith("[")) {
            throw new FormatNotRead("JSON");
        }
        if (lower.startsWith("<")) {
            throw new FormatNotRead(lower.contains("html") ? "HTML" : "XML");
        }
        if (lower.startsWith("# dmidecode")) {
            throw new FormatNotRead("dmidecode");
        }
        return text;
    }

    private static void magic(byte[] bytes) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < Math.min(4, bytes.length); i++) {
            hex.append(String.format("%02x", bytes[i]));
        }
        MAGIC.forEach((start, format) -> {
            if (hex.toString().startsWith(start)) {
                throw new FormatNotRead(format.startsWith("XLSX") ? office(bytes) : format);
            }
        });
    }

    /** OpenDocument names itself in the first entry of the archive. */
    private static String office(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(200, bytes.length), StandardCharsets.ISO_8859_1);
        return head.contains("opendocument") ? "ODS" : "XLSX";
    }

    private static String decode(byte[] bytes) {
        if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
            return new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8);
        }
        if (starts(bytes, 0xFF, 0xFE)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}

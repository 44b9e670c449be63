package eu.boucle.document;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** Pictures known by their first bytes: what a file is called, and what the sender says it is, prove nothing. */
public enum Picture {
    JPEG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp");

    private static final byte[] JPEG_START = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] PNG_START = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};

    private final String mediaType;

    Picture(String mediaType) {
        this.mediaType = mediaType;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Empty for anything that a browser might take for something else, SVG included. */
    public static Optional<Picture> of(byte[] bytes) {
        if (startsWith(bytes, JPEG_START)) {
            return Optional.of(JPEG);
        }
        if (startsWith(bytes, PNG_START)) {
            return Optional.of(PNG);
        }
        boolean webp = bytes.length > 12
                && new String(bytes, 0, 4, StandardCharsets.ISO_8859_1).equals("RIFF")
                && new String(bytes, 8, 4, StandardCharsets.ISO_8859_1).equals("WEBP");
        return webp ? Optional.of(WEBP) : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length > start.length && Arrays.equals(start, Arrays.copyOf(bytes, start.length));
    }
}

package eu.boucle.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** A file as an answer, for the one who asked: nothing between keeps it. */
public final class FileAnswer {

    public static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private FileAnswer() {}

    /** The browser stores it, and never shows it as a page: right for what came from outside. */
    public static <T> ResponseEntity<T> toKeep(String name, MediaType type, T body) {
        return answer(ContentDisposition.attachment(), name, type, body);
    }

    /** The browser shows it where it can. */
    public static <T> ResponseEntity<T> toShow(String name, MediaType type, T body) {
        return answer(ContentDisposition.inline(), name, type, body);
    }

    private static <T> ResponseEntity<T> answer(
            ContentDisposition.Builder disposition, String name, MediaType type, T body) {
        boolean plain = StandardCharsets.US_ASCII.newEncoder().canEncode(name);
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        (plain ? disposition.filename(name) : disposition.filename(name, StandardCharsets.UTF_8))
                                .build()
                                .toString())
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(body);
    }
}

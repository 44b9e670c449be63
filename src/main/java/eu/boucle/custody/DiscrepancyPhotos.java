package eu.boucle.custody;

import eu.boucle.document.FileId;
import eu.boucle.document.Picture;
import eu.boucle.document.ReceivedFile;
import eu.boucle.document.ReceivedFiles;
import eu.boucle.identity.Actor;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The pictures of discrepancies: kept as they came, known by their content. */
@Component
class DiscrepancyPhotos {

    private static final int MOST = 12;
    private static final int LARGEST_MIB = 8;

    private final JdbcClient jdbc;
    private final ReceivedFiles files;

    DiscrepancyPhotos(JdbcClient jdbc, ReceivedFiles files) {
        this.jdbc = jdbc;
        this.files = files;
    }

    /** @throws Invalid {@code PHOTO_NOT_PICTURE}, {@code PHOTO_TOO_LARGE}, {@code TOO_MANY_PHOTOS} */
    void add(DiscrepancyView gap, List<NewPhoto> photos, Actor by, Instant at) {
        int number = gap.photos();
        if (number + photos.size() > MOST) {
            throw Invalid.field("photo", "TOO_MANY_PHOTOS", Integer.toString(photos.size()), MOST);
        }
        for (NewPhoto photo : photos) {
            if (photo.bytes().length > LARGEST_MIB * 1024 * 1024) {
                throw Invalid.field("photo", "PHOTO_TOO_LARGE", photo.name(), LARGEST_MIB);
            }
            Picture picture = Picture.of(photo.bytes())
                    .orElseThrow(() -> Invalid.field("photo", "PHOTO_NOT_PICTURE", photo.name()));
            ReceivedFile file =
                    files.keep(gap.organisation(), photo.name(), picture.mediaType(), photo.bytes(), by.person(), at);
            jdbc.sql("insert into discrepancy_photo (discrepancy_id, number, file_id, added_at, added_by)"
                            + " values (:gap, :number, :file, :at, :by)")
                    .param("gap", gap.id().value())
                    .param("number", ++number)
                    .param("file", file.id().value())
                    .param("at", at.atOffset(ZoneOffset.UTC))
                    .param("by", by.person())
                    .update();
        }
    }

    /** @throws NotFound */
    KeptPhoto photo(DiscrepancyId id, int number) {
        FileId file = jdbc.sql("select file_id from discrepancy_photo where discrepancy_id = ? and number = ?")
                .params(id.value(), number)
                .query((row, position) -> new FileId(row.getObject(1, UUID.class)))
                .optional()
                .orElseThrow(NotFound::new);
        byte[] bytes = files.bytes(file);
        return new KeptPhoto(Picture.of(bytes).orElseThrow(NotFound::new), bytes);
    }
}

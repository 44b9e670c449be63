package eu.boucle.decommissioning;

import eu.boucle.asset.MediumInterface;
import eu.boucle.asset.MediumKind;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.reference.ReferenceRows;
import eu.boucle.reference.ReferenceTable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The highest level that erasing reaches on each kind of medium, by the reference rows in force today: what
 * the form needs to say at once that an instruction cannot be followed. Techniques of the level Destroy are not erasure.
 */
@Component
class TechniqueTable {

    private final ReferenceRows rows;
    private final Clock clock;
    private final ZoneId zone;

    TechniqueTable(ReferenceRows rows, Clock clock, @Value("${boucle.zone}") ZoneId zone) {
        this.rows = rows;
        this.clock = clock;
        this.zone = zone;
    }

    /** Absent where the kind is not known well enough to say: a person or the report settles it later. */
    Optional<SanitizationLevel> highestByErasing(MediumKind kind, MediumInterface attached) {
        return key(kind, attached).flatMap(this::highest);
    }

    private Optional<SanitizationLevel> highest(String medium) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return rows.rows(ReferenceTable.SANITIZATION_TECHNIQUES, today).stream()
                .filter(row -> row.text("medium").equals(medium))
                .filter(row -> !row.text("standard").contains("(withdrawn)"))
                .map(row -> SanitizationLevel.valueOf(row.text("level")))
                .filter(level -> level != SanitizationLevel.DESTROY)
                .max(Comparator.naturalOrder())
                // Twice overwritten is the only way on these, and Clear is all it reaches.
                .or(() -> medium.equals("FLASH_USB_SD_EMMC") ? Optional.of(SanitizationLevel.CLEAR) : Optional.empty());
    }

    static Optional<String> key(MediumKind kind, MediumInterface attached) {
        return switch (kind) {
            case HDD -> Optional.of(attached == MediumInterface.SAS ? "HDD_SAS" : "HDD_ATA");
            case SSD ->
                Optional.of(
                        switch (attached) {
                            case SAS -> "SSD_SAS";
                            case NVME -> "NVME";
                            case ATA, USB, NONE -> "SSD_ATA";
                        });
            case NVME -> Optional.of("NVME");
            case FLASH -> Optional.of("FLASH_USB_SD_EMMC");
            case TAPE -> Optional.of("TAPE");
            case CONFIG -> Optional.of("CONFIG_FLASH");
            case PHONE -> Optional.of("PHONE_TABLET");
            case OTHER, UNKNOWN -> Optional.empty();
        };
    }
}

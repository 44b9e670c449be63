package eu.boucle.decommissioning;

import eu.boucle.asset.MediumInterface;
import eu.boucle.asset.MediumKind;
import eu.boucle.asset.SanitizationLevel;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The highest level that erasing reaches on each kind of medium, from {@code reference/sanitization-techniques.csv}: what
 * the form needs to say at once that an instruction cannot be followed. Techniques of the level Destroy are not erasure.
 */
@Component
class TechniqueTable {

    private final Map<String, SanitizationLevel> erasure = new HashMap<>();

    TechniqueTable() {
        try (Reader text = new InputStreamReader(
                        new ClassPathResource("reference/sanitization-techniques.csv").getInputStream(),
                        StandardCharsets.UTF_8);
                CSVParser rows = CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get()
                        .parse(text)) {
            for (CSVRecord row : rows) {
                SanitizationLevel level = SanitizationLevel.valueOf(row.get("level"));
                if (level != SanitizationLevel.DESTROY && !row.get("standard").contains("(withdrawn)")) {
                    erasure.merge(row.get("medium"), level, (one, other) -> one.compareTo(other) > 0 ? one : other);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        // Twice overwritten is the only way on these, and Clear is all it reaches.
        erasure.putIfAbsent("FLASH_USB_SD_EMMC", SanitizationLevel.CLEAR);
    }

    /** Absent where the kind is not known well enough to say: a person or the report settles it later. */
    Optional<SanitizationLevel> highestByErasing(MediumKind kind, MediumInterface attached) {
        return key(kind, attached).map(erasure::get);
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

package eu.boucle.sanitization;

import eu.boucle.asset.SanitizationLevel;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** The reference rows on techniques and on sizes of particles, read from {@code reference/*.csv} at start. */
@Component
class SanitizationTables {

    /**
     * A row of {@code destruction-levels.csv}.
     *
     * @param largestMm2 absent where the level is not a matter of particles
     * @param protectionClass the highest class for which the level serves
     */
    record DestructionLevel(
            String group, int level, String code, @Nullable BigDecimal largestMm2, int protectionClass) {}

    private final List<Technique> techniques = read("sanitization-techniques.csv", SanitizationTables::technique);
    private final List<DestructionLevel> levels = read("destruction-levels.csv", SanitizationTables::destruction);

    /** A medium of unknown kind is offered what every disk takes; it reaches Clear at most until somebody says what it is. */
    List<Technique> on(String mediumKey) {
        if (!mediumKey.equals("UNKNOWN")) {
            return techniques.stream()
                    .filter(row -> row.medium().equals(mediumKey))
                    .toList();
        }
        return techniques.stream()
                .filter(row -> row.medium().equals("HDD_ATA"))
                .filter(row -> row.level() == SanitizationLevel.CLEAR
                                && row.technique().equals("OVERWRITE")
                        || row.level() == SanitizationLevel.DESTROY)
                .toList();
    }

    @Nullable
    DestructionLevel destructionLevel(String group, int level) {
        return levels.stream()
                .filter(row -> row.group().equals(group) && row.level() == level)
                .findFirst()
                .orElse(null);
    }

    private static Technique technique(CSVRecord row) {
        return new Technique(
                row.get("medium"),
                row.get("technique"),
                SanitizationLevel.valueOf(row.get("level")),
                row.get("standard"),
                row.get("verification"),
                row.get("conditions"),
                row.get("status"));
    }

    private static DestructionLevel destruction(CSVRecord row) {
        String largest = row.get("max_particle_mm2");
        String classes = row.get("protection_class");
        return new DestructionLevel(
                row.get("group"),
                Integer.parseInt(row.get("level")),
                row.get("code"),
                largest.isBlank() ? null : new BigDecimal(largest),
                Integer.parseInt(classes.substring(classes.length() - 1)));
    }

    private static <T> List<T> read(String file, Function<CSVRecord, T> row) {
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = new InputStreamReader(
                new ClassPathResource("reference/" + file).getInputStream(), StandardCharsets.UTF_8)) {
            return format.parse(reader).stream().map(row).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

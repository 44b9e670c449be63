package eu.boucle.sanitization;

import eu.boucle.asset.MediumView;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.reference.ReferenceRow;
import eu.boucle.reference.ReferenceRows;
import eu.boucle.reference.ReferenceTable;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The reference rows on techniques and on sizes of particles, as in force when the work was done. */
@Component
class SanitizationTables {

    private static final Pattern CLASS = Pattern.compile(" ([A-Z]-\\d)(?: |$)");

    /**
     * A row of {@code destruction-levels.csv}.
     *
     * @param largestMm2 absent where the level is not a matter of particles
     * @param protectionClass the highest class for which the level serves
     */
    record DestructionLevel(
            String group, int level, String code, @Nullable BigDecimal largestMm2, int protectionClass) {}

    private final ReferenceRows rows;
    private final ReferenceRows.Typed<Technique> techniques;
    private final ReferenceRows.Typed<DestructionLevel> levels;
    private final Clock clock;
    private final ZoneId zone;

    SanitizationTables(ReferenceRows rows, Clock clock, @Value("${boucle.zone}") ZoneId zone) {
        this.rows = rows;
        this.techniques = rows.typed(ReferenceTable.SANITIZATION_TECHNIQUES, SanitizationTables::technique);
        this.levels = rows.typed(ReferenceTable.DESTRUCTION_LEVELS, SanitizationTables::destruction);
        this.clock = clock;
        this.zone = zone;
    }

    LocalDate today() {
        return day(clock.instant());
    }

    LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, zone);
    }

    /** A medium of unknown kind is offered what every disk takes; it reaches Clear at most until somebody says what it is. */
    List<Technique> on(String mediumKey, LocalDate day) {
        if (!mediumKey.equals("UNKNOWN")) {
            return techniques.on(day).values().stream()
                    .filter(row -> row.medium().equals(mediumKey))
                    .toList();
        }
        return techniques.on(day).values().stream()
                .filter(row -> row.medium().equals("HDD_ATA"))
                .filter(row -> row.level() == SanitizationLevel.CLEAR
                                && row.technique().equals("OVERWRITE")
                        || row.level() == SanitizationLevel.DESTROY)
                .toList();
    }

    @Nullable
    DestructionLevel destructionLevel(String group, int level, LocalDate day) {
        return levels.get(group + "-" + level, day);
    }

    /** The row that a piece of evidence was held against, as papers cite it; absent when it rests on none. */
    @Nullable
    String citation(EvidenceView evidence, MediumView medium) {
        Instant ended = evidence.endedAt();
        LocalDate day = day(ended == null ? evidence.recordedAt() : ended);
        if ("DESTRUCTION".equals(evidence.kind())) {
            Matcher measure = CLASS.matcher(evidence.verification());
            return measure.find() ? cited(ReferenceTable.DESTRUCTION_LEVELS, measure.group(1), day) : null;
        }
        String key = MediumKey.of(medium) + ":" + evidence.technique();
        String once = cited(ReferenceTable.SANITIZATION_TECHNIQUES, key, day);
        return once != null ? once : cited(ReferenceTable.SANITIZATION_TECHNIQUES, key + "_TWICE", day);
    }

    private @Nullable String cited(ReferenceTable table, String key, LocalDate day) {
        return rows.row(table, key, day).map(ReferenceRow::citation).orElse(null);
    }

    private static Technique technique(ReferenceRow row) {
        return new Technique(
                row.text("medium"),
                row.text("technique"),
                SanitizationLevel.valueOf(row.text("level")),
                row.text("standard"),
                row.text("verification"),
                row.text("conditions"),
                row.text("status"));
    }

    private static DestructionLevel destruction(ReferenceRow row) {
        List<String> classes = row.several("protection_class");
        return new DestructionLevel(
                row.text("group"),
                Integer.parseInt(row.text("level")),
                row.text("code"),
                row.number("max_particle_mm2"),
                classes.stream().mapToInt(Integer::parseInt).max().orElse(0));
    }
}

package eu.boucle.certificate;

import eu.boucle.asset.EquipmentType;
import eu.boucle.asset.ReferenceTables;
import eu.boucle.identity.Language;
import eu.boucle.pickup.RunView;
import eu.boucle.reference.ReferenceRows;
import eu.boucle.reference.ReferenceTable;
import eu.boucle.sanitization.EvidenceView;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The reference rows that a dossier is told in, as in force on the day of the case. */
@Component
class DossierTables {

    private final ReferenceTables tables;
    private final ReferenceRows rows;
    private final Clock clock;
    private final ZoneId zone;

    DossierTables(ReferenceTables tables, ReferenceRows rows, Clock clock, @Value("${boucle.zone}") ZoneId zone) {
        this.tables = tables;
        this.rows = rows;
        this.clock = clock;
        this.zone = zone;
    }

    Instant now() {
        return clock.instant();
    }

    /** The day on which the first of it was taken over; today until then. */
    LocalDate takeOver(List<RunView> runs) {
        return LocalDate.ofInstant(
                runs.stream()
                        .map(RunView::handedOverAt)
                        .filter(Objects::nonNull)
                        .min(Comparator.naturalOrder())
                        .orElseGet(clock::instant),
                zone);
    }

    /** By key: names only, and a name is said as it is today. */
    Map<String, EquipmentType> types() {
        Map<String, EquipmentType> types = new HashMap<>();
        tables.equipmentTypes().forEach(type -> types.put(type.key(), type));
        return types;
    }

    /** By code. A label that French lacks is said in English. */
    Map<String, String> wasteLabels(Language language, LocalDate day) {
        Map<String, String> labels = new HashMap<>();
        tables.wasteCodes(day)
                .forEach(code -> labels.put(
                        code.code(),
                        language == Language.FR && !code.labelFr().isEmpty() ? code.labelFr() : code.labelEn()));
        return labels;
    }

    /** By id of evidence: the edition of the table of techniques on the day it was held against it. */
    Map<UUID, Integer> policies(List<EvidenceView> evidence) {
        Map<UUID, Integer> policies = new HashMap<>();
        evidence.forEach(
                e -> policies.put(e.id(), rows.editionOf(ReferenceTable.SANITIZATION_TECHNIQUES, e.recordedAt())));
        return policies;
    }

    AnnexSeven annexSeven(LocalDate day) {
        return AnnexSeven.on(day, rows);
    }
}

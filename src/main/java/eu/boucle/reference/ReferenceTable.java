package eu.boucle.reference;

import static eu.boucle.reference.ReferenceColumn.Kind.BOOLEAN;
import static eu.boucle.reference.ReferenceColumn.Kind.CATEGORY_RULE;
import static eu.boucle.reference.ReferenceColumn.Kind.DATE;
import static eu.boucle.reference.ReferenceColumn.Kind.KEY;
import static eu.boucle.reference.ReferenceColumn.Kind.NUMBER;
import static eu.boucle.reference.ReferenceColumn.Kind.OPERATION;
import static eu.boucle.reference.ReferenceColumn.Kind.PERCENT;
import static eu.boucle.reference.ReferenceColumn.Kind.SEVERAL_WASTE_CODES;
import static eu.boucle.reference.ReferenceColumn.Kind.TEXT;
import static eu.boucle.reference.ReferenceColumn.Kind.WASTE_CODE;
import static eu.boucle.reference.ReferenceColumn.Kind.WHOLE;
import static eu.boucle.reference.ReferenceColumn.Kind.WORD;
import static eu.boucle.reference.ReferenceColumn.Kind.WORDS;
import static eu.boucle.reference.ReferenceColumn.of;
import static eu.boucle.reference.ReferenceColumn.required;
import static eu.boucle.reference.ReferenceColumn.words;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The reference tables, each shipped as {@code reference/NAME.csv}. */
public enum ReferenceTable {
    WASTE_CODES(
            List.of("code"),
            required("code", WASTE_CODE),
            required("dangerous", BOOLEAN),
            of("label_fr", TEXT),
            required("label_en", TEXT),
            of("applies_to", TEXT),
            of("valid_from", DATE),
            of("valid_to", DATE),
            Columns.STATUS),
    WEEE_CATEGORIES(
            List.of("category"),
            required("category", KEY),
            required("label_fr", TEXT),
            required("label_en", TEXT),
            of("size_rule", TEXT),
            of("recovery_pct", PERCENT),
            of("reuse_recycling_pct", PERCENT),
            of("valid_from", DATE)),
    EQUIPMENT_TYPES(
            List.of("type_key"),
            required("type_key", KEY),
            required("label_fr", TEXT),
            required("label_en", TEXT),
            required("weee_category_rule", CATEGORY_RULE),
            of("default_waste_code_with_hazard", WASTE_CODE),
            of("default_waste_code_without", WASTE_CODE),
            words("data_bearing", true, WORD, "yes", "no", "maybe"),
            words("typical_media", false, WORDS, Columns.MEDIA),
            words(
                    "battery_hint",
                    true,
                    WORDS,
                    "coin-cell",
                    "raid-cache",
                    "li-ion-main",
                    "li-ion-pack",
                    "lead-vrla",
                    "by-chemistry",
                    "none",
                    "unknown"),
            of("weight_p10_kg", NUMBER),
            of("weight_p50_kg", NUMBER),
            of("weight_p90_kg", NUMBER),
            of("weight_min_kg", NUMBER),
            of("weight_max_kg", NUMBER),
            of("embodied_low_kgco2e", NUMBER),
            of("embodied_high_kgco2e", NUMBER),
            required("source", TEXT)),
    OPERATIONS(
            List.of("code"),
            required("code", OPERATION),
            required("label_fr", TEXT),
            required("label_en", TEXT),
            required("final", BOOLEAN),
            required("grouping", BOOLEAN),
            words(
                    "allowed_modes",
                    false,
                    WORDS,
                    "REUTILISATION",
                    "RECYCLAGE",
                    "AUTRES_VALORISATIONS",
                    "VALORISATION_ENERGETIQUE",
                    "ELIMINATION"),
            words(
                    "hierarchy_class",
                    true,
                    WORD,
                    "PREPARING_FOR_REUSE",
                    "RECYCLING",
                    "OTHER_RECOVERY",
                    "ENERGY_RECOVERY",
                    "DISPOSAL",
                    "INTERIM",
                    "BY_MODE")),
    ROHS_SUBSTANCES(
            List.of("key"),
            required("key", KEY),
            required("label_fr", TEXT),
            required("label_en", TEXT),
            required("max_pct_by_weight", PERCENT),
            of("applies_from", DATE),
            of("applies_from_medical_and_monitoring", DATE),
            Columns.STATUS),
    DEPOLLUTION_FRACTIONS(
            List.of("key"),
            required("key", KEY),
            required("label_fr", TEXT),
            required("label_en", TEXT),
            of("threshold", TEXT),
            of("typical_it_source", TEXT),
            of("waste_code_hint", SEVERAL_WASTE_CODES),
            Columns.STATUS),
    SANITIZATION_TECHNIQUES(
            List.of("medium", "technique"),
            words("medium", true, WORD, Columns.MEDIA),
            required("technique", KEY),
            words("level", true, WORD, "CLEAR", "PURGE", "DESTROY"),
            required("standard", TEXT),
            words(
                    "verification",
                    true,
                    WORD,
                    "FULL_LAST_PASS",
                    "STATUS_LOG",
                    "SANITIZE_LOG",
                    "COMMAND_RESULT",
                    "PARTICLE_SIZE",
                    "FIELD_STRENGTH",
                    "CONFIG_READBACK",
                    "VISUAL"),
            of("conditions", TEXT),
            Columns.STATUS),
    DESTRUCTION_LEVELS(
            List.of("code"),
            required("norm", TEXT),
            words("group", true, WORD, "H", "E", "T"),
            required("level", WHOLE),
            required("code", KEY),
            of("max_particle_mm2", NUMBER),
            of("description", TEXT),
            words("protection_class", true, WORDS, "1", "2", "3"),
            Columns.STATUS),
    LITHIUM_TRANSPORT(
            List.of("case"),
            required("case", KEY),
            required("rule", TEXT),
            of("limit", TEXT),
            of("packing", TEXT),
            of("marking", TEXT),
            Columns.STATUS),
    CO2_FACTORS(
            List.of("key"),
            required("key", KEY),
            required("value_low", NUMBER),
            required("value_high", NUMBER),
            required("unit", TEXT),
            required("source", TEXT),
            of("note", TEXT));

    private final List<String> keyColumns;
    private final List<ReferenceColumn> columns;

    ReferenceTable(List<String> keyColumns, ReferenceColumn... columns) {
        this.keyColumns = keyColumns;
        this.columns = List.of(columns);
    }

    /** As in addresses and file names: {@code waste-codes}. */
    public String tableName() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    public static Optional<ReferenceTable> named(String name) {
        return Arrays.stream(values())
                .filter(table -> table.tableName().equals(name))
                .findFirst();
    }

    public List<ReferenceColumn> columns() {
        return columns;
    }

    public List<String> keyColumns() {
        return keyColumns;
    }

    /** What names a row among its table: the cells of its key, joined by a colon ({@code HDD_ATA:OVERWRITE}). */
    public String key(Map<String, String> cells) {
        return keyColumns.stream().map(column -> cells.getOrDefault(column, "")).collect(Collectors.joining(":"));
    }

    boolean has(String column) {
        return columns.stream().anyMatch(one -> one.name().equals(column));
    }

    /** Shared by several tables; a class of its own, since an enum's constants come before its fields. */
    private static final class Columns {
        static final ReferenceColumn STATUS = words("status", true, WORD, "checked", "to check");

        static final String[] MEDIA = {
            "HDD_ATA",
            "HDD_SAS",
            "SSD_ATA",
            "SSD_SAS",
            "NVME",
            "FLASH_USB_SD_EMMC",
            "TAPE",
            "CONFIG_FLASH",
            "PHONE_TABLET",
            "SED"
        };
    }
}

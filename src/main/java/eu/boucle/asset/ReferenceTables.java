package eu.boucle.asset;

import eu.boucle.reference.ReferenceRow;
import eu.boucle.reference.ReferenceRows;
import eu.boucle.reference.ReferenceTable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * The reference rows that the register rests on. What decides a case asks with the day of the case; forms and lists show
 * what is in force today. An empty cell means not known, never zero.
 */
@Service
public class ReferenceTables {

    private final ReferenceRows rows;
    private final ReferenceRows.Typed<EquipmentType> equipmentTypes;
    private final ReferenceRows.Typed<WasteCode> wasteCodes;
    private final ReferenceRows.Typed<WeeeCategory> weeeCategories;
    private final Clock clock;
    private final ZoneId zone;

    @Autowired
    ReferenceTables(ReferenceRows rows, Clock clock, @Value("${boucle.zone}") ZoneId zone) {
        this.rows = rows;
        this.equipmentTypes = rows.typed(ReferenceTable.EQUIPMENT_TYPES, ReferenceTables::equipmentType);
        this.wasteCodes = rows.typed(ReferenceTable.WASTE_CODES, ReferenceTables::wasteCode);
        this.weeeCategories = rows.typed(ReferenceTable.WEEE_CATEGORIES, ReferenceTables::weeeCategory);
        this.clock = clock;
        this.zone = zone;
    }

    /** The rows as shipped, for what runs without a database. */
    public static ReferenceTables asShipped(Clock clock) {
        return new ReferenceTables(ReferenceRows.asShipped(), clock, ZoneId.of("Europe/Paris"));
    }

    public List<EquipmentType> equipmentTypes() {
        return List.copyOf(equipmentTypes.on(today()).values());
    }

    public Optional<EquipmentType> equipmentType(String key) {
        return equipmentType(key, today());
    }

    public Optional<EquipmentType> equipmentType(String key, LocalDate day) {
        return Optional.ofNullable(equipmentTypes.get(key, day));
    }

    /** @param code with spaces and star: {@code 16 02 13*} */
    public Optional<WasteCode> wasteCode(String code) {
        return wasteCode(code, today());
    }

    public Optional<WasteCode> wasteCode(String code, LocalDate day) {
        return Optional.ofNullable(wasteCodes.get(code, day));
    }

    public List<WasteCode> wasteCodes() {
        return wasteCodes(today());
    }

    public List<WasteCode> wasteCodes(LocalDate day) {
        return List.copyOf(wasteCodes.on(day).values());
    }

    public List<WeeeCategory> weeeCategories() {
        return List.copyOf(weeeCategories.on(today()).values());
    }

    public Optional<WeeeCategory> weeeCategory(String category) {
        return Optional.ofNullable(weeeCategories.get(category, today()));
    }

    /** The version of a row in force on the day; absent when the table has none then. */
    Optional<Integer> version(ReferenceTable table, String key, LocalDate day) {
        return rows.row(table, key, day).map(ReferenceRow::version);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    private static EquipmentType equipmentType(ReferenceRow row) {
        return new EquipmentType(
                row.key(),
                row.text("label_fr"),
                row.text("label_en"),
                row.text("weee_category_rule"),
                row.optional("default_waste_code_with_hazard"),
                row.optional("default_waste_code_without"),
                row.text("data_bearing"),
                row.several("typical_media"),
                row.several("battery_hint"),
                row.number("weight_p10_kg"),
                row.number("weight_p50_kg"),
                row.number("weight_p90_kg"),
                row.number("weight_min_kg"),
                row.number("weight_max_kg"),
                row.text("source"));
    }

    private static WasteCode wasteCode(ReferenceRow row) {
        return new WasteCode(
                row.key(),
                row.is("dangerous"),
                row.text("label_fr"),
                row.text("label_en"),
                row.date("valid_from"),
                row.date("valid_to"),
                row.text("status"));
    }

    private static WeeeCategory weeeCategory(ReferenceRow row) {
        return new WeeeCategory(row.key(), row.text("label_fr"), row.text("label_en"));
    }
}

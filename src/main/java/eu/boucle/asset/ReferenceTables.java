package eu.boucle.asset;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Service;

/** The reference rows that the register rests on, read from {@code reference/*.csv} at start. An empty cell means not known, never zero. */
@Service
public class ReferenceTables {

    private final Map<String, EquipmentType> equipmentTypes =
            read("equipment-types.csv", ReferenceTables::equipmentType, EquipmentType::key);
    private final Map<String, WasteCode> wasteCodes =
            read("waste-codes.csv", ReferenceTables::wasteCode, WasteCode::code);
    private final Map<String, WeeeCategory> weeeCategories =
            read("weee-categories.csv", ReferenceTables::weeeCategory, WeeeCategory::category);

    public List<EquipmentType> equipmentTypes() {
        return List.copyOf(equipmentTypes.values());
    }

    public Optional<EquipmentType> equipmentType(String key) {
        return Optional.ofNullable(equipmentTypes.get(key));
    }

    /** @param code with spaces and star: {@code 16 02 13*} */
    public Optional<WasteCode> wasteCode(String code) {
        return Optional.ofNullable(wasteCodes.get(code));
    }

    public List<WasteCode> wasteCodes() {
        return List.copyOf(wasteCodes.values());
    }

    public List<WeeeCategory> weeeCategories() {
        return List.copyOf(weeeCategories.values());
    }

    public Optional<WeeeCategory> weeeCategory(String category) {
        return Optional.ofNullable(weeeCategories.get(category));
    }

    private static EquipmentType equipmentType(CSVRecord row) {
        return new EquipmentType(
                row.get("type_key"),
                row.get("label_fr"),
                row.get("label_en"),
                row.get("weee_category_rule"),
                text(row, "default_waste_code_with_hazard"),
                text(row, "default_waste_code_without"),
                row.get("data_bearing"),
                several(row, "typical_media"),
                several(row, "battery_hint"),
                number(row, "weight_p10_kg"),
                number(row, "weight_p50_kg"),
                number(row, "weight_p90_kg"),
                number(row, "weight_min_kg"),
                number(row, "weight_max_kg"),
                row.get("source"));
    }

    private static WasteCode wasteCode(CSVRecord row) {
        return new WasteCode(
                row.get("code"),
                Boolean.parseBoolean(row.get("dangerous")),
                row.get("label_fr"),
                row.get("label_en"),
                date(row, "valid_from"),
                date(row, "valid_to"),
                row.get("status"));
    }

    private static WeeeCategory weeeCategory(CSVRecord row) {
        return new WeeeCategory(row.get("category"), row.get("label_fr"), row.get("label_en"));
    }

    private static @Nullable String text(CSVRecord row, String column) {
        String value = row.get(column);
        return value.isEmpty() ? null : value;
    }

    private static @Nullable BigDecimal number(CSVRecord row, String column) {
        String value = text(row, column);
        return value == null ? null : new BigDecimal(value);
    }

    private static @Nullable LocalDate date(CSVRecord row, String column) {
        String value = text(row, column);
        return value == null ? null : LocalDate.parse(value);
    }

    private static List<String> several(CSVRecord row, String column) {
        String value = text(row, column);
        return value == null ? List.of() : List.of(value.split("\\|", -1));
    }

    private static <T> Map<String, T> read(String file, Function<CSVRecord, T> mapping, Function<T, String> key) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (InputStream bytes = new ClassPathResource("reference/" + file).getInputStream();
                CSVParser rows = format.parse(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            Collection<CSVRecord> records = rows.getRecords();
            return records.stream()
                    .map(mapping)
                    .collect(Collectors.toMap(
                            key,
                            Function.identity(),
                            (first, second) -> {
                                throw new IllegalStateException("twice in " + file + ": " + key.apply(second));
                            },
                            LinkedHashMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package eu.boucle.treatment;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * The recovery and disposal operations of {@code reference/operations.csv}: annexes I and II of Directive 2008/98/EC, with
 * the modes that the national slip platform allows for each.
 */
@Component
class Operations {

    /** The class of a code is decided by the mode that was chosen. */
    private static final String BY_MODE = "BY_MODE";

    private static final Map<String, String> CLASS_OF_MODE = Map.of(
            "REUTILISATION", "PREPARING_FOR_REUSE",
            "RECYCLAGE", "RECYCLING",
            "AUTRES_VALORISATIONS", "OTHER_RECOVERY",
            "VALORISATION_ENERGETIQUE", "ENERGY_RECOVERY",
            "ELIMINATION", "DISPOSAL");

    private final Map<String, Operation> byKey = new LinkedHashMap<>();

    Operations() {
        this(new ClassPathResource("reference/operations.csv"));
    }

    Operations(Resource table) {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader reader = new InputStreamReader(table.getInputStream(), StandardCharsets.UTF_8);
                CSVParser rows = CSVParser.parse(reader, format)) {
            rows.forEach(row -> {
                String modes = row.get("allowed_modes");
                Operation operation = new Operation(
                        row.get("code"),
                        row.get("label_fr"),
                        row.get("label_en"),
                        Boolean.parseBoolean(row.get("final")),
                        Boolean.parseBoolean(row.get("grouping")),
                        modes.isEmpty() ? List.of() : List.of(modes.split("\\|")),
                        row.get("hierarchy_class"));
                byKey.put(key(operation.code()), operation);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("reference/operations.csv", e);
        }
    }

    /** By code, however its spaces are written: {@code R 4}, {@code R4}, {@code d9f}. */
    Optional<Operation> byCode(String code) {
        return Optional.ofNullable(byKey.get(key(code)));
    }

    List<Operation> all() {
        return List.copyOf(byKey.values());
    }

    static String hierarchyClass(Operation operation, String mode) {
        return BY_MODE.equals(operation.hierarchyClass())
                ? CLASS_OF_MODE.getOrDefault(mode, operation.hierarchyClass())
                : operation.hierarchyClass();
    }

    private static String key(String code) {
        return code.replaceAll("[\\s\\u00A0\\u202F]", "").toUpperCase(Locale.ROOT);
    }
}

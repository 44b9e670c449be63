package eu.boucle.reference;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;

/** The tables as this release ships them, {@code reference/*.csv}. */
final class ShippedTables {

    private ShippedTables() {}

    static List<RowVersion> read() {
        List<RowVersion> rows = new ArrayList<>();
        for (ReferenceTable table : ReferenceTable.values()) {
            rows.addAll(read(table));
        }
        return rows;
    }

    private static List<RowVersion> read(ReferenceTable table) {
        String file = "reference/" + table.tableName() + ".csv";
        Map<String, RowVersion> rows = new LinkedHashMap<>();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (Reader text = new InputStreamReader(new ClassPathResource(file).getInputStream(), StandardCharsets.UTF_8);
                CSVParser records = format.parse(text)) {
            for (CSVRecord record : records) {
                Map<String, String> cells = new LinkedHashMap<>();
                table.columns().forEach(column -> cells.put(column.name(), record.get(column.name())));
                String key = table.key(cells);
                RowVersion row = new RowVersion(
                        table,
                        key,
                        0,
                        RowVersion.Origin.SHIPPED,
                        null,
                        false,
                        cells,
                        rows.size(),
                        null,
                        "",
                        Instant.EPOCH,
                        null);
                if (rows.put(key, row) != null) {
                    throw new IllegalStateException("twice in " + file + ": " + key);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(file, e);
        }
        return List.copyOf(rows.values());
    }
}

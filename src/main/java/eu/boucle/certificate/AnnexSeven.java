package eu.boucle.certificate;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.springframework.core.io.ClassPathResource;

/** The components that Annex VII of Directive 2012/19/EU has taken out: {@code reference/depollution-fractions.csv}. */
final class AnnexSeven {

    private static final Map<String, Part> PARTS = read();

    private AnnexSeven() {}

    record Part(String key, String labelFr, String labelEn) {

        String label(Locale language) {
            return "fr".equals(language.getLanguage()) ? labelFr : labelEn;
        }
    }

    /** The component that a partner's fraction names, by its key or by its label in either language. */
    static Optional<Part> named(String kind) {
        return Optional.ofNullable(PARTS.get(plain(kind)));
    }

    private static Map<String, Part> read() {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        Map<String, Part> parts = new HashMap<>();
        try (Reader reader = new InputStreamReader(
                        new ClassPathResource("reference/depollution-fractions.csv").getInputStream(),
                        StandardCharsets.UTF_8);
                CSVParser rows = CSVParser.parse(reader, format)) {
            rows.forEach(row -> {
                Part part = new Part(row.get("key"), row.get("label_fr"), row.get("label_en"));
                parts.put(plain(part.key()), part);
                parts.put(plain(part.labelFr()), part);
                parts.put(plain(part.labelEn()), part);
            });
        } catch (IOException e) {
            throw new UncheckedIOException("reference/depollution-fractions.csv", e);
        }
        return parts;
    }

    private static String plain(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}

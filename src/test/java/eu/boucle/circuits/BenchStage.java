package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import eu.boucle.support.CountedStatements;
import eu.boucle.support.SentAgain;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** The service on PostgreSQL as the benchmarks call it: whole lots, and rounds to scan. */
public final class BenchStage implements AutoCloseable {

    private static final int SCANS_A_CALL = 500;
    private static final int DRIVES_A_REPORT = 26;
    private static final int MOST_OF_A_LINE = 1000;
    private static final int LIGHT_ENOUGH_FOR_ONE_LORRY = 16;

    private final Story story = new Story("bench", Database.POSTGRESQL);

    public static ApplicationContext application() {
        return Database.POSTGRESQL.application();
    }

    /** As the role that owns the tables: it makes other tables, and is behind no wall. */
    public static JdbcTemplate owner() {
        Environment settings = application().getEnvironment();
        return new JdbcTemplate(new DriverManagerDataSource(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.flyway.user"),
                settings.getRequiredProperty("spring.flyway.password")));
    }

    public static String address() {
        return Database.POSTGRESQL.address();
    }

    public String token() {
        return story.cast.tokens.get(Player.WAREHOUSE);
    }

    /** What this work sends to the database, reading included, to be sent again. */
    public static List<SentAgain> kept(Runnable work) {
        CountedStatements kept = new CountedStatements(true);
        kept.during(() -> {
            work.run();
            return kept;
        });
        return kept.kept();
    }

    /** From submission to CLOSED, one disk an asset; scans in batches. */
    public void wholeLife(int assets) {
        String mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        List<String> serials =
                IntStream.range(0, assets).mapToObj(i -> "B" + mark + i).toList();
        List<Map<String, Object>> lines = serials.stream()
                .map(serial -> Story.server(serial, "D" + serial))
                .peek(line -> line.put("weightKg", LIGHT_ENOUGH_FOR_ONE_LORRY))
                .toList();
        String reference = story.accepted(Story.instruction("ERASE", "HERE", "CLEAR"), lines);
        List<JsonNode> equipment = story.assets(reference);
        String round = story.open(Player.WAREHOUSE, "TAGGING", reference);
        equipment = scanned(round, equipment);
        story.close(Player.WAREHOUSE, round).expect(200);
        for (int from = 0; from < assets; from += DRIVES_A_REPORT) {
            story.wiped(
                    Player.WAREHOUSE,
                    serials.subList(from, Math.min(assets, from + DRIVES_A_REPORT)).stream()
                            .map(serial -> "D" + serial)
                            .toArray(String[]::new));
        }
        story.validated(reference);
        String run = story.confirmed(List.of(reference), List.of());
        round = story.open(Player.WAREHOUSE, "LOADING", run);
        scanned(round, equipment);
        story.close(Player.WAREHOUSE, round).expect(200);
        story.handedOver(run);
        BigDecimal weight = story.estimated(run);
        story.received(run, weight, List.of(), List.of());
        story.treated(run, weight, "R 4", "RECYCLAGE").expect(200);
        assertThat(story.status(reference)).isEqualTo("CLOSED");
    }

    private List<JsonNode> scanned(String round, List<JsonNode> equipment) {
        for (int from = 0; from < equipment.size(); from += SCANS_A_CALL) {
            List<Map<String, Object>> scans =
                    equipment.subList(from, Math.min(equipment.size(), from + SCANS_A_CALL)).stream()
                            .map(asset -> {
                                Map<String, Object> scan = new LinkedHashMap<>();
                                scan.put("id", UUID.randomUUID().toString());
                                scan.put("code", asset.path("tag").asString());
                                scan.put("serial", asset.path("serial").asString());
                                scan.put("happenedAt", Instant.now().toString());
                                return scan;
                            })
                            .toList();
            story.post(Player.WAREHOUSE, "/scan-rounds/" + round + "/scans", scans)
                    .expect(200);
        }
        return equipment;
    }

    /** A tagging round open over screens. */
    public Tagging tagging(int screens) {
        List<Map<String, Object>> lines = new ArrayList<>();
        for (int left = screens; left > 0; left -= MOST_OF_A_LINE) {
            Map<String, Object> line = Story.monitor("");
            line.remove("serial");
            line.put("quantity", Math.min(left, MOST_OF_A_LINE));
            lines.add(line);
        }
        String reference = story.accepted(Story.instruction("NONE", "HERE", "CLEAR"), lines);
        List<String> tags = new ArrayList<>(story.assets(reference).stream()
                .map(asset -> asset.path("tag").asString())
                .toList());
        return new Tagging(reference, story.open(Player.WAREHOUSE, "TAGGING", reference), tags);
    }

    public void scanOne(Tagging tagging) {
        assertThat(story.scan(Player.WAREHOUSE, tagging.round(), tagging.tags().getFirst(), story.serial("X")))
                .isEqualTo("ACCEPTED");
    }

    public record Tagging(String request, String round, List<String> tags) {}

    /** One scan as a call would send it. */
    public static String scan(String tag) {
        return "{\"id\":\"%s\",\"code\":\"%s\",\"serial\":\"X%s\",\"happenedAt\":\"%s\"}"
                .formatted(UUID.randomUUID(), tag, tag.replace("-", ""), Instant.now());
    }

    @Override
    public void close() {
        story.close();
    }
}

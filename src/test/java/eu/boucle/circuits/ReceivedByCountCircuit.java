package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** Two clients' screens on one lorry; the partner counts them by type instead of reading labels, and weighs the whole. */
class ReceivedByCountCircuit {

    @ParameterizedTest
    @EnumSource
    void aLorryIsReceivedByCounts(Database database) {
        try (Story story = new Story("received by counts, weights allocated", database)) {
            List<Map<String, Object>> lines = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                lines.add(Story.monitor(story.serial("M" + i)));
            }
            String first = story.accepted(Story.instruction("NONE", "HERE", "CLEAR"), lines);
            String second = story.accepted(
                    Story.instruction("NONE", "HERE", "CLEAR"),
                    List.of(
                            Story.monitor(story.serial("N0")),
                            Story.line("pdu", "APC", "AP7920", story.serial("K0"), 1)));
            story.tagged(first);
            story.tagged(second);
            String run = story.confirmed(List.of(first, second), List.of());
            List<String> tags = new ArrayList<>();
            for (String reference : List.of(first, second)) {
                story.assets(reference)
                        .forEach(asset -> tags.add(asset.path("tag").asString()));
            }
            story.loaded(run, tags);
            story.handedOver(run);
            String lost = story.tag(second, story.serial("K0"));
            String type = story.assets(second).stream()
                    .filter(asset -> lost.equals(asset.path("tag").asString()))
                    .findFirst()
                    .orElseThrow()
                    .path("type")
                    .asString();

            story.tell("Three screens counted leave one of four in no list: it must be named.");
            counted(story, run, List.of(), count("monitor", 3), count(type, 1)).refusedWith(422, "UNACCOUNTED");
            counted(story, run, List.of(), count("server-rack", 1)).refusedWith(422, "TYPE_NOT_ON_MANIFEST");
            Map<String, Object> box = Map.of("container", "palette 7", "count", 4);
            counted(story, run, List.of(), box).refusedWith(422, "CONTAINER_UNKNOWN");
            counted(story, run, List.of(lost), count("monitor", 5)).expect(200);
            JsonNode received = story.run(run);
            assertThat(received.path("manifest")
                            .valueStream()
                            .filter(line ->
                                    "RECEIVED".equals(line.path("received").asString("")))
                            .count())
                    .isEqualTo(4);

            story.tell("One screen more than listed is a gap; the weight of the whole is shared out by estimate.");
            List<String> gaps = story.get(Player.COMPLIANCE, "/discrepancies?limit=200")
                    .expect(200)
                    .json()
                    .path("items")
                    .valueStream()
                    .filter(gap -> gap.path("detail").asString("").contains(run)
                            || gap.path("tag").asString("").equals(lost))
                    .map(gap -> gap.path("kind").asString())
                    .toList();
            assertThat(gaps).contains("COUNT_GAP", "MISSING_AT_RECEPTION");
            List<JsonNode> weighed = story.assets(first);
            assertThat(weighed)
                    .allMatch(asset -> "ALLOCATED".equals(asset.path("basis").asString()));
            story.resolved("MISSING_AT_RECEPTION", "LOST");
            story.resolvedAll("ACCEPTED");
            story.treated(run, new BigDecimal("20"), "R 4", "RECYCLAGE").expect(200);
            assertThat(story.status(first)).isEqualTo("CLOSED");
            assertThat(story.status(second)).isEqualTo("CLOSED");
            String number = story.certificates(first)
                    .get("WEEE_TREATMENT")
                    .path("number")
                    .asString();
            assertThat(story.get(Player.CLIENT, "/certificates/" + number + ".json")
                            .expect(200)
                            .json()
                            .toString())
                    .contains("ALLOCATED");
        }
    }

    private static Map<String, Object> count(String type, int count) {
        return Map.of("type", type, "count", count);
    }

    @SafeVarargs
    private static Story.Answer counted(Story story, String run, List<String> missing, Map<String, Object>... counts) {
        Map<String, Object> reception = new LinkedHashMap<>();
        reception.put("receivedAt", Instant.now().toString());
        reception.put("weightKg", 20);
        reception.put("missing", missing);
        reception.put("counts", List.of(counts));
        return story.post(Player.PARTNER, "/pickups/" + run + "/reception", reception);
    }
}

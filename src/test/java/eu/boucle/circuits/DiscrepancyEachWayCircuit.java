package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * Five screens cannot be found, and each ends another way: found, lost, given back, never there, accepted. The request
 * is closed. Later the lost one turns up: a discrepancy opened by hand with a photo, a second run, and certificates that
 * give way to new ones.
 */
class DiscrepancyEachWayCircuit {

    private static final byte[] PHOTO = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @ParameterizedTest
    @EnumSource
    void eachDiscrepancyEndsItsWay(Database database) {
        try (Story story = new Story("a discrepancy ends each of its ways", database)) {
            String reference = story.accepted(
                    Story.instruction("NONE", "HERE", "CLEAR"),
                    List.of(
                            Story.monitor(story.serial("M0")),
                            Story.monitor(story.serial("M1")),
                            Story.monitor(story.serial("M2")),
                            Story.monitor(story.serial("M3")),
                            Story.monitor(story.serial("M4")),
                            Story.monitor(story.serial("M5"))));
            String[] tags = new String[6];
            for (int i = 0; i < tags.length; i++) {
                tags[i] = story.tag(reference, story.serial("M" + i));
            }
            story.tagged(reference, tags[1], tags[2], tags[3], tags[4], tags[5]);
            assertThat(gap(story, tags[1]).path("kind").asString()).isEqualTo("MISSING_AT_TAGGING");

            story.tell("A photo in support is known by its bytes, and shown to the host alone.");
            String found = gap(story, tags[1]).path("id").asString();
            story.photo(Player.COMPLIANCE, found, "<svg/>".getBytes(StandardCharsets.UTF_8))
                    .refusedWith(422, "PHOTO_NOT_PICTURE");
            assertThat(story.photo(Player.WAREHOUSE, found, PHOTO)
                            .expect(200)
                            .json()
                            .path("photos")
                            .asInt())
                    .isEqualTo(1);
            assertThat(story.get(Player.COMPLIANCE, "/discrepancies/" + found + "/photos/1")
                            .expect(200)
                            .bytes())
                    .isEqualTo(PHOTO);
            story.get(Player.COMPLIANCE, "/discrepancies/" + found + "/photos/2")
                    .expect(404);
            story.get(Player.CLIENT, "/discrepancies/" + found + "/photos/1").expect(403);
            story.post(Player.WAREHOUSE, "/discrepancies/" + found + "/resolve", ruled("FOUND"))
                    .expect(403);

            rule(story, tags[1], "FOUND", "DECLARED");
            story.post(Player.COMPLIANCE, "/discrepancies/" + found + "/resolve", ruled("LOST"))
                    .refusedWith(409, "ALREADY_RESOLVED");
            story.photo(Player.WAREHOUSE, found, PHOTO).refusedWith(409, "ALREADY_RESOLVED");
            rule(story, tags[2], "LOST", "MISSING");
            rule(story, tags[3], "RETURNED", "WITHDRAWN");
            rule(story, tags[4], "MISDECLARED", "MISSING");

            story.tell("The found one is labelled and leaves with the first; the last ruling holds the certificates.");
            labelled(story, reference, tags[1], story.serial("M1"));
            String run = story.departed(reference);
            story.received(run, story.estimated(run), List.of(), List.of());
            story.treated(run, story.estimated(run), "R 4", "RECYCLAGE").expect(200);
            assertThat(story.status(reference)).isNotEqualTo("CLOSED");
            rule(story, tags[5], "ACCEPTED", "MISSING");
            assertThat(story.status(reference)).isEqualTo("CLOSED");
            String weee = number(story, reference, "WEEE_TREATMENT");
            String rohs = number(story, reference, "ROHS_STATEMENT");

            story.tell("Weeks later the lost screen stands at the dock.");
            JsonNode late = story.post(
                            Player.WAREHOUSE,
                            "/discrepancies",
                            Map.of("kind", "UNEXPECTED", "tag", tags[2], "detail", "derrière le local des onduleurs"))
                    .expect(201)
                    .json();
            story.photo(Player.WAREHOUSE, late.path("id").asString(), PHOTO).expect(200);
            assertThat(story.work(Player.COMPLIANCE)).contains("resolveDiscrepancy " + tags[2]);
            rule(story, tags[2], "FOUND", "DECLARED");
            assertThat(story.work(Player.COMPLIANCE))
                    .contains("reviseCertificate " + weee, "reviseCertificate " + rohs);
            story.post(Player.COMPLIANCE, "/certificates/" + weee + "/supersede", Map.of("reason", "écran retrouvé"))
                    .refusedWith(409, "CERTIFICATE_INCOMPLETE");
            labelled(story, reference, tags[2], story.serial("M2"));
            String second = story.departed(reference);
            story.received(second, story.estimated(second), List.of(), List.of());
            story.treated(second, story.estimated(second), "R 4", "RECYCLAGE").expect(200);

            story.tell("The treatment certificate gives way; the statement is looked at and kept.");
            JsonNode next = story.post(
                            Player.COMPLIANCE,
                            "/certificates/" + weee + "/supersede",
                            Map.of("reason", "écran retrouvé puis traité"))
                    .expect(200)
                    .json();
            assertThat(next.path("supersedes").asString()).isEqualTo(weee);
            assertThat(story.get(
                                    Player.CLIENT,
                                    "/certificates/" + next.path("number").asString() + ".json")
                            .expect(200)
                            .json()
                            .toString())
                    .contains(tags[2], "écran retrouvé puis traité");
            story.post(Player.COMPLIANCE, "/certificates/" + rohs + "/keep", Map.of("reason", "même substances"))
                    .expect(200);
            story.post(Player.COMPLIANCE, "/certificates/" + rohs + "/keep", Map.of("reason", "encore"))
                    .refusedWith(409, "NOTHING_TO_REVISE");
            assertThat(story.work(Player.COMPLIANCE))
                    .noneMatch(work ->
                            work.startsWith("reviseCertificate") && (work.endsWith(weee) || work.endsWith(rohs)));

            story.tell("Something of nobody's: it is opened, and ended, without an item.");
            JsonNode nobodys = story.post(
                            Player.WAREHOUSE,
                            "/discrepancies",
                            Map.of("kind", "UNEXPECTED", "detail", "onduleur sans étiquette, " + story.serial("U")))
                    .expect(201)
                    .json();
            story.post(
                            Player.COMPLIANCE,
                            "/discrepancies/" + nobodys.path("id").asString() + "/resolve",
                            ruled("ACCEPTED"))
                    .expect(200);
            story.post(
                            Player.WAREHOUSE,
                            "/discrepancies",
                            Map.of("kind", "DAMAGED", "tag", "0000000", "detail", "écrasé"))
                    .refusedWith(422, "GAP_SUBJECT_UNKNOWN");
        }
    }

    private static void labelled(Story story, String reference, String tag, String serial) {
        String round = story.open(Player.WAREHOUSE, "TAGGING", reference);
        assertThat(story.scan(Player.WAREHOUSE, round, tag, serial)).isEqualTo("ACCEPTED");
        story.close(Player.WAREHOUSE, round).expect(200);
    }

    private static Map<String, Object> ruled(String outcome) {
        return Map.of("outcome", outcome, "reason", "vu sur place");
    }

    private static JsonNode gap(Story story, String tag) {
        return story.get(Player.COMPLIANCE, "/discrepancies?limit=200")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(gap -> tag.equals(gap.path("tag").asString(""))
                        && gap.path("outcome").isNull())
                .findFirst()
                .orElseThrow();
    }

    private static void rule(Story story, String tag, String outcome, String state) {
        story.post(
                        Player.COMPLIANCE,
                        "/discrepancies/" + gap(story, tag).path("id").asString() + "/resolve",
                        ruled(outcome))
                .expect(200);
        assertThat(story.get(Player.WAREHOUSE, "/assets/" + tag).expect(200).text("status"))
                .isEqualTo(state);
    }

    private static String number(Story story, String reference, String type) {
        return story.certificates(reference).get(type).path("number").asString();
    }
}

package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import eu.boucle.support.Today;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * The partner corrects its report twice. Before the certificates the next version simply counts, its masses checked
 * anew; after, it waits for the officer: refused, the first stands; accepted, the certificates give way with the reason.
 */
class TreatmentCorrectedCircuit {

    @ParameterizedTest
    @EnumSource
    void aReportIsCorrectedBeforeAndAfterTheCertificates(Database database) {
        try (Story story = new Story("treatment report corrected", database)) {
            String reference = story.accepted(
                    Story.instruction("NONE", "HERE", "CLEAR"),
                    List.of(Story.monitor(story.serial("M1")), Story.monitor(story.serial("M2"))));
            story.tagged(reference);
            String run = story.departed(reference);
            story.received(run, story.estimated(run), List.of(), List.of());

            story.tell("The first report forgets half of the mass; the second replaces it.");
            assertThat(report(story, run, "5", "R 4", "RECYCLAGE", "")
                            .expect(200)
                            .json()
                            .path("balanced")
                            .asBoolean())
                    .isFalse();
            assertThat(story.certificates(reference)).doesNotContainKey("WEEE_TREATMENT");
            assertThat(report(story, run, "10", "R 4", "RECYCLAGE", "")
                            .expect(200)
                            .text("standing"))
                    .isEqualTo("IN_FORCE");
            assertThat(story.status(reference)).isEqualTo("CLOSED");
            String weee = number(story, reference, "WEEE_TREATMENT");
            String rohs = number(story, reference, "ROHS_STATEMENT");

            story.tell("After the certificates a correction needs a reason, and waits.");
            report(story, run, "10", "R 5", "RECYCLAGE", "").refusedWith(422, "CORRECTION_REASON_MISSING");
            assertThat(report(story, run, "10", "R 5", "RECYCLAGE", "mauvaise ligne de tri")
                            .expect(200)
                            .text("standing"))
                    .isEqualTo("PROPOSED");
            assertThat(story.work(Player.COMPLIANCE)).contains("ruleCorrection " + run);
            assertThat(story.get(Player.PARTNER, "/pickups/" + run + "/treatment")
                            .expect(200)
                            .json()
                            .path("version")
                            .asInt())
                    .isEqualTo(2);
            story.post(Player.PARTNER, "/pickups/" + run + "/treatment/correction/accept", Map.of("reason", "moi-même"))
                    .expect(403);
            story.post(
                            Player.COMPLIANCE,
                            "/pickups/" + run + "/treatment/correction/refuse",
                            Map.of("reason", "sans preuve"))
                    .expect(200);
            assertThat(number(story, reference, "WEEE_TREATMENT")).isEqualTo(weee);

            story.tell("With the proof it is accepted: both certificates give way, and say why.");
            report(story, run, "10", "R 5", "RECYCLAGE", "bon de pesée joint").expect(200);
            story.post(
                            Player.COMPLIANCE,
                            "/pickups/" + run + "/treatment/correction/accept",
                            Map.of("reason", "bon de pesée vérifié"))
                    .expect(200);
            story.post(
                            Player.COMPLIANCE,
                            "/pickups/" + run + "/treatment/correction/accept",
                            Map.of("reason", "encore"))
                    .refusedWith(409, "NO_CORRECTION_WAITING");
            JsonNode next = story.certificates(reference).get("WEEE_TREATMENT");
            assertThat(next.path("supersedes").asString()).isEqualTo(weee);
            assertThat(story.get(
                                    Player.CLIENT,
                                    "/certificates/" + next.path("number").asString() + ".json")
                            .expect(200)
                            .json()
                            .toString())
                    .contains("R 5", "bon de pesée vérifié");
            assertThat(story.certificates(reference)
                            .get("ROHS_STATEMENT")
                            .path("supersedes")
                            .asString())
                    .isEqualTo(rohs);
            assertThat(story.get(Player.CLIENT, "/certificates/" + weee)
                            .expect(200)
                            .text("state"))
                    .isEqualTo("SUPERSEDED");
            assertThat(story.get(Player.PARTNER, "/pickups/" + run + "/treatment/versions")
                            .expect(200)
                            .json()
                            .path("items")
                            .valueStream()
                            .map(version -> version.path("standing").asString()))
                    .containsExactly("IN_FORCE", "IN_FORCE", "REFUSED", "IN_FORCE");
            assertThat(story.work(Player.COMPLIANCE)).doesNotContain("ruleCorrection " + run);
        }
    }

    private static Story.Answer report(
            Story story, String run, String weightKg, String operation, String mode, String reason) {
        Map<String, Object> fraction = new LinkedHashMap<>();
        fraction.put("kind", "équipements démantelés");
        fraction.put("weightKg", weightKg);
        fraction.put("operation", operation);
        fraction.put("mode", mode);
        fraction.put("destination", "Fonderie d’essai");
        fraction.put("basis", "MEASURED");
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("treatedAt", Today.inParis().toString());
        report.put("outcome", "RECYCLED");
        report.put("fractions", List.of(fraction));
        report.put("method", "pesée par fraction");
        report.put("reason", reason);
        return story.post(Player.PARTNER, "/pickups/" + run + "/treatment", report);
    }

    private static String number(Story story, String reference, String type) {
        return story.certificates(reference).get(type).path("number").asString();
    }
}

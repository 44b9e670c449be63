package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import eu.boucle.support.Today;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * The plate was written wrong, and one of two servers on the frozen list never left. A note says so, counter-signed by
 * the partner: the list and the first take-back note stay as they were, a new version names the note, the server is
 * ruled found and leaves with another run.
 */
class HandoverCorrectedCircuit {

    @ParameterizedTest
    @EnumSource
    void aWrongHandoverIsCorrectedByANoteOfBothSides(Database database) {
        try (Story story = new Story("handover corrected by a counter-signed note", database)) {
            String reference = story.accepted(
                    Story.instruction("ERASE", "HERE", "CLEAR"),
                    List.of(
                            Story.server(story.serial("S1"), story.serial("D1")),
                            Story.server(story.serial("S2"), story.serial("D2"))));
            story.tagged(reference);
            story.wiped(Player.WAREHOUSE, story.serial("D1"), story.serial("D2"));
            story.validated(reference);
            String gone = story.tag(reference, story.serial("S1"));
            String here = story.tag(reference, story.serial("S2"));
            String run = story.departed(reference);
            JsonNode frozen = story.run(run);
            String first = number(story, reference);
            byte[] firstPaper = paper(story, first);

            story.tell("The partner's permit and receipt are renewed: papers about that day keep those of that day.");
            story.call(Player.COMPLIANCE, "PUT", "/partner-sites/" + story.cast.partnerSite.value(), renewedPapers())
                    .expect(200);
            assertThat(story.run(run).path("partnerSite").path("receipt").asString())
                    .isEqualTo("69-2024-77");

            story.tell("The storekeeper writes what was wrong; nothing counts yet.");
            story.post(Player.WAREHOUSE, corrections(run), note(Map.of())).refusedWith(422, "NOTHING_CORRECTED");
            story.post(Player.WAREHOUSE, corrections(run), note(Map.of("notLeft", List.of("0000000"))))
                    .expect(422);
            story.post(Player.WAREHOUSE, corrections(run), note(Map.of("plate", "CD-456-EF", "notLeft", List.of(here))))
                    .expect(201);
            story.post(Player.WAREHOUSE, corrections(run), note(Map.of("plate", "GH-789-IJ")))
                    .refusedWith(409, "CORRECTION_UNANSWERED");
            assertThat(number(story, reference)).isEqualTo(first);
            assertThat(story.work(Player.PARTNER)).contains("countersignHandover " + run);
            story.get(Player.PARTNER, corrections(run) + "/1.pdf").expect(404);
            story.post(Player.FOREIGN_PARTNER, corrections(run) + "/1/countersign", signed())
                    .expect(404);

            story.tell("The partner does not agree with the plate, then with a second note it does.");
            Map<String, Object> refusal = new LinkedHashMap<>(signed());
            refusal.put("reason", "la plaque est CD-456-EG");
            story.post(Player.PARTNER, corrections(run) + "/1/refuse", refusal).expect(200);
            story.post(Player.PARTNER, corrections(run) + "/1/countersign", signed())
                    .refusedWith(409, "CORRECTION_ANSWERED");
            assertThat(number(story, reference)).isEqualTo(first);
            story.post(Player.WAREHOUSE, corrections(run), note(Map.of("plate", "CD-456-EG", "notLeft", List.of(here))))
                    .expect(201);
            JsonNode counting = story.post(Player.PARTNER, corrections(run) + "/2/countersign", signed())
                    .expect(200)
                    .json();
            assertThat(counting.path("standing").asString()).isEqualTo("COUNTERSIGNED");
            assertThat(counting.path("writtenBy").asString()).isEqualTo("Samir Quai");
            assertThat(counting.path("answeredBy").asString()).isEqualTo("Inès Partenaire");
            byte[] pdf = story.get(Player.PARTNER, corrections(run) + "/2.pdf")
                    .expect(200)
                    .bytes();
            assertThat(new String(Arrays.copyOf(pdf, 5), StandardCharsets.ISO_8859_1))
                    .isEqualTo("%PDF-");

            story.tell("Nothing that was written changed; a new version of the take-back note names the note.");
            JsonNode after = story.run(run);
            assertThat(after.path("manifestSha256")).isEqualTo(frozen.path("manifestSha256"));
            assertThat(after.path("plate")).isEqualTo(frozen.path("plate"));
            assertThat(after.path("manifest")).hasSize(2);
            assertThat(paper(story, first)).isEqualTo(firstPaper);
            JsonNode next = story.certificates(reference).get("TAKE_BACK");
            assertThat(next.path("supersedes").asString()).isEqualTo(first);
            assertThat(story.get(
                                    Player.CLIENT,
                                    "/certificates/" + next.path("number").asString() + ".json")
                            .expect(200)
                            .json()
                            .toString())
                    .contains("CD-456-EG", "AB-123-CD", "Samir Quai", "Inès Partenaire", "plaque mal lue")
                    .contains("2711-2024-001", "69-2024-77")
                    .doesNotContain("2711-2027-002", "69-2027-88");
            assertThat(DeclinedThenShortenedCircuit.history(story, run))
                    .contains("HandoverCorrectionRefused la plaque est CD-456-EG", "HandoverCorrected plaque mal lue");

            story.tell(
                    "What never left is here, in dispute until the officer rules; the partner accounts for the other.");
            assertThat(state(story, here)).isEqualTo("TAGGED");
            assertThat(state(story, gone)).isEqualTo("HANDED_OVER");
            story.received(run, new BigDecimal("24"), List.of(), List.of());
            story.treated(run, new BigDecimal("24"), "R 4", "RECYCLAGE").expect(200);
            assertThat(story.status(reference)).isEqualTo("HANDED_OVER");
            String second = story.confirmed(List.of(reference), List.of(here));
            String round = story.open(Player.WAREHOUSE, "LOADING", second);
            assertThat(story.scan(Player.WAREHOUSE, round, here, null)).isEqualTo("DISPUTED");
            story.resolved("DID_NOT_LEAVE", "FOUND");
            assertThat(story.scan(Player.WAREHOUSE, round, here, null)).isEqualTo("ACCEPTED");
            story.close(Player.WAREHOUSE, round).expect(200);
            story.handedOver(second);
            story.finished(reference, second);

            story.tell("An item on a lorry and on no list is a discrepancy too.");
            story.post(Player.WAREHOUSE, corrections(second), note(Map.of("unlisted", List.of(gone))))
                    .refusedWith(422, "TAG_NOT_HERE");
        }
    }

    private static String corrections(String run) {
        return "/pickups/" + run + "/corrections";
    }

    private static Map<String, Object> note(Map<String, Object> wrong) {
        Map<String, Object> note = new LinkedHashMap<>(wrong);
        note.put("reason", "plaque mal lue");
        note.put("signedName", "Samir Quai");
        return note;
    }

    private static Map<String, Object> renewedPapers() {
        return Map.of(
                "name", "Atelier d’essai",
                "siret", "35600000000048",
                "address", Map.of("street", "1 rue des Essais", "postalCode", "69003", "city", "Lyon", "country", "FR"),
                "permit", "2711-2027-002",
                "permitUntil", Today.inParis().plusYears(9).toString(),
                "receipt", "69-2027-88",
                "receiptDepartment", "69",
                "receiptUntil", Today.inParis().plusYears(8).toString());
    }

    private static Map<String, Object> signed() {
        return Map.of("signedName", "Inès Partenaire");
    }

    private static String state(Story story, String tag) {
        return story.get(Player.WAREHOUSE, "/assets/" + tag).expect(200).text("status");
    }

    private static String number(Story story, String reference) {
        return story.certificates(reference).get("TAKE_BACK").path("number").asString();
    }

    private static byte[] paper(Story story, String number) {
        return story.get(Player.CLIENT, "/certificates/" + number + ".pdf")
                .expect(200)
                .bytes();
    }
}

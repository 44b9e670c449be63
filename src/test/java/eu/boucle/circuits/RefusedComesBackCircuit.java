package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * The partner refuses two of three servers. Both come back to our dock and are scanned in; one is given back to the
 * client, the other leaves with the run of another partner. Two partners report, and the certificates name both.
 */
class RefusedComesBackCircuit {

    @ParameterizedTest
    @EnumSource
    void whatIsRefusedComesBackAndGoesToAnotherPartner(Database database) {
        try (Story story = new Story("refused, back at the dock, another partner", database)) {
            String reference = story.accepted(
                    Story.instruction("ERASE", "HERE", "CLEAR"),
                    List.of(
                            Story.server(story.serial("S1"), story.serial("D1")),
                            Story.server(story.serial("S2"), story.serial("D2")),
                            Story.server(story.serial("S3"), story.serial("D3"))));
            story.tagged(reference);
            story.wiped(Player.WAREHOUSE, story.serial("D1"), story.serial("D2"), story.serial("D3"));
            story.validated(reference);
            String kept = story.tag(reference, story.serial("S1"));
            String returned = story.tag(reference, story.serial("S2"));
            String redirected = story.tag(reference, story.serial("S3"));
            String run1 = story.departed(reference);
            story.received(
                    run1,
                    new BigDecimal("72"),
                    List.of(
                            Map.of("tag", returned, "reason", "batterie gonflée"),
                            Map.of("tag", redirected, "reason", "hors de notre autorisation")),
                    List.of());
            story.treated(run1, new BigDecimal("24"), "R 4", "RECYCLAGE").expect(200);
            assertThat(story.work(Player.WAREHOUSE)).contains("receiveBack " + reference);

            story.tell("Both are scanned in at our dock: the round expects them and nothing else.");
            String round = story.open(Player.WAREHOUSE, "INTAKE", reference);
            assertThat(story.scan(Player.WAREHOUSE, round, kept, null)).isEqualTo("WRONG_ROUND");
            assertThat(story.scan(Player.WAREHOUSE, round, returned, null)).isEqualTo("ACCEPTED");
            story.close(Player.WAREHOUSE, round).refusedWith(409, "ROUND_NOT_DONE");
            assertThat(story.scan(Player.WAREHOUSE, round, redirected, null)).isEqualTo("ACCEPTED");
            story.close(Player.WAREHOUSE, round).expect(200);
            assertThat(state(story, returned)).isEqualTo("TAGGED");
            assertThat(state(story, redirected)).isEqualTo("TAGGED");
            assertThat(story.work(Player.WAREHOUSE)).doesNotContain("receiveBack " + reference);
            assertThat(story.get(Player.CLIENT, "/assets/" + returned + "/history")
                            .expect(200)
                            .json()
                            .toString())
                    .contains("\"refuse\"", "\"comeBack\"");

            story.tell("One goes back to its owner, the other to a second partner.");
            story.post(Player.WAREHOUSE, "/assets/" + returned + "/withdraw", Map.of("reason", "le client la reprend"))
                    .expect(200);
            String run2 = story.plannedWith(story.cast.otherPartnerSite, List.of(reference), List.of(redirected));
            story.post(Player.PARTNER, "/pickups/" + run2 + "/confirm", Map.of())
                    .expect(404);
            story.post(Player.FOREIGN_PARTNER, "/pickups/" + run2 + "/confirm", Map.of())
                    .expect(200);
            story.loaded(run2, List.of(redirected));
            story.handedOver(run2);
            story.get(Player.FOREIGN_PARTNER, "/pickups/" + run1).expect(404);
            story.received(Player.FOREIGN_PARTNER, run2, story.estimated(run2), List.of(), List.of());
            assertThat(story.certificates(reference)).doesNotContainKey("WEEE_TREATMENT");
            story.treated(Player.FOREIGN_PARTNER, run2, story.estimated(run2), "R 4", "RECYCLAGE")
                    .expect(200);
            assertThat(story.status(reference)).isEqualTo("CLOSED");
            for (String type : List.of("WEEE_TREATMENT", "ROHS_STATEMENT")) {
                String number =
                        story.certificates(reference).get(type).path("number").asString();
                JsonNode certificate = story.get(Player.CLIENT, "/certificates/" + number + ".json")
                        .expect(200)
                        .json();
                assertThat(certificate.toString())
                        .contains("Atelier d’essai", "Atelier de l’autre", run1, run2, kept, redirected)
                        .doesNotContain(returned + "\",\"outcome");
            }
        }
    }

    private static String state(Story story, String tag) {
        return story.get(Player.WAREHOUSE, "/assets/" + tag).expect(200).text("status");
    }
}

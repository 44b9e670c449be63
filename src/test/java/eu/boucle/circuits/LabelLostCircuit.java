package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A label lost is printed again and stays valid; one that may still be about is voided, and its tag is never given again. */
class LabelLostCircuit {

    @ParameterizedTest
    @EnumSource
    void aLabelIsPrintedAgainOrVoidedAndReplaced(Database database) {
        try (Story story = new Story("label lost", database)) {
            String reference = story.accepted(
                    Story.instruction("NONE", "HERE", "CLEAR"),
                    List.of(Story.monitor(story.serial("M1")), Story.monitor(story.serial("M2"))));
            String kept = story.tag(reference, story.serial("M1"));
            String old = story.tag(reference, story.serial("M2"));
            story.post(Player.WAREHOUSE, "/assets/" + kept + "/reprint-label", Map.of("reason", "Déchirée"))
                    .expect(200);
            assertThat(story.get(Player.WAREHOUSE, "/requests/" + reference + "/labels?tag=" + kept)
                            .expect(200)
                            .bytes())
                    .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            String round = story.open(Player.WAREHOUSE, "TAGGING", reference);
            assertThat(story.scan(Player.WAREHOUSE, round, kept, story.serial("M1")))
                    .isEqualTo("ACCEPTED");
            assertThat(story.scan(Player.WAREHOUSE, round, old, story.serial("M2")))
                    .isEqualTo("ACCEPTED");
            story.tell("L’étiquette du second s’est décollée et traîne quelque part : elle est annulée.");
            story.post(Player.COMPLIANCE, "/assets/" + old + "/replace-tag", Map.of("reason", "Perdue"))
                    .expect(403);
            String fresh = story.post(
                            Player.WAREHOUSE,
                            "/assets/" + old + "/replace-tag",
                            Map.of("reason", "Perdue dans la salle"))
                    .expect(200)
                    .text("tag");
            assertThat(fresh).isNotEqualTo(old);
            story.post(Player.WAREHOUSE, "/assets/" + old + "/replace-tag", Map.of("reason", "Encore"))
                    .refusedWith(404, "NOT_FOUND");
            assertThat(story.scan(Player.WAREHOUSE, round, old, story.serial("M2")))
                    .isEqualTo("VOID_TAG");
            story.tell("Collée à nouveau, elle ne compte qu’une fois lue avec le numéro de série.");
            assertThat(story.get(Player.WAREHOUSE, "/assets/" + fresh).text("status"))
                    .isEqualTo("DECLARED");
            assertThat(story.scan(Player.WAREHOUSE, round, fresh, null)).isEqualTo("WRONG_SERIAL");
            assertThat(story.scan(Player.WAREHOUSE, round, fresh, story.serial("M2")))
                    .isEqualTo("ACCEPTED");
            story.close(Player.WAREHOUSE, round).expect(200);
            String run = story.confirmed(List.of(reference), List.of());
            story.post(Player.WAREHOUSE, "/assets/" + fresh + "/replace-tag", Map.of("reason", "Perdue encore"))
                    .refusedWith(409, "TAG_FIXED");
            String loading = story.open(Player.WAREHOUSE, "LOADING", run);
            assertThat(story.scan(Player.WAREHOUSE, loading, old, null)).isEqualTo("VOID_TAG");
            assertThat(story.scan(Player.WAREHOUSE, loading, kept, null)).isEqualTo("ACCEPTED");
            assertThat(story.scan(Player.WAREHOUSE, loading, fresh, null)).isEqualTo("ACCEPTED");
            story.close(Player.WAREHOUSE, loading).expect(200);
            story.handedOver(run);
            story.finished(reference, run);
            assertThat(story.get(Player.CLIENT, "/assets/" + fresh + "/history")
                            .json()
                            .toString())
                    .contains("replaceTag", old + " → " + fresh, "Perdue dans la salle");
            assertThat(story.get(Player.CLIENT, "/assets/" + kept + "/history")
                            .json()
                            .toString())
                    .contains("reprint", "Déchirée");
        }
    }
}

package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Items that cannot be found, in each state they can be in, and that turn up again where they stood. */
class MissingAndFoundAgainCircuit {

    @ParameterizedTest
    @EnumSource
    void anItemMissedInAnyStateTurnsUpWhereItStood(Database database) {
        try (Story story = new Story("missing and found again", database)) {
            String disk = story.serial("D1");
            String reference = story.accepted(
                    Story.instruction("ERASE", "HERE", "CLEAR"),
                    List.of(Story.server(story.serial("S1"), disk), Story.monitor(story.serial("M1"))));
            String server = story.tag(reference, story.serial("S1"));
            String monitor = story.tag(reference, story.serial("M1"));
            story.tell("Déclaré, étiqueté : manquant, puis retrouvé là où il en était, avec ses supports.");
            missedAndFound(story, server, "DECLARED");
            story.post(Player.WAREHOUSE, "/assets/" + server + "/found", Map.of("reason", "Encore retrouvé"))
                    .refusedWith(409, "NOT_MISSING");
            story.tagged(reference);
            missedAndFound(story, server, "TAGGED");
            assertThat(story.medium(reference, disk).path("status").asString()).isEqualTo("EXPECTED");
            story.wiped(Player.WAREHOUSE, disk);
            story.validated(reference);
            story.tell("Perte acceptée, puis retrouvé tout de même.");
            missed(story, monitor);
            story.resolved("MISSING_ON_SITE", "LOST");
            found(story, monitor);
            assertThat(status(story, monitor)).isEqualTo("TAGGED");
            story.tell("Manquant au chargement : retrouvé, il attend de nouveau un enlèvement.");
            String run = story.confirmed(List.of(reference), List.of());
            String round = story.open(Player.WAREHOUSE, "LOADING", run);
            assertThat(story.scan(Player.WAREHOUSE, round, server, null)).isEqualTo("ACCEPTED");
            story.post(Player.WAREHOUSE, "/assets/" + server + "/missing", Map.of("reason", "Où est-il ?"))
                    .refusedWith(409, "NOT_LOSABLE");
            story.missing(Player.WAREHOUSE, round, monitor);
            story.close(Player.WAREHOUSE, round).expect(200);
            assertThat(status(story, monitor)).isEqualTo("MISSING");
            found(story, monitor);
            assertThat(status(story, monitor)).isEqualTo("TAGGED");
            assertThat(story.work(Player.COMPLIANCE)).doesNotContain("resolveDiscrepancy " + monitor);
            story.handedOver(run);
            story.tell("Le serveur manque à la réception, puis le partenaire le retrouve : il est reçu.");
            story.received(run, story.estimated(run), List.of(), List.of(server));
            assertThat(status(story, server)).isEqualTo("MISSING");
            found(story, server);
            assertThat(status(story, server)).isEqualTo("RECEIVED");
            story.tell("Le moniteur manque encore : le client l’avait repris, plus rien n’est à chercher.");
            missed(story, monitor);
            story.post(Player.WAREHOUSE, "/assets/" + monitor + "/withdraw", Map.of("reason", "Le client le garde"))
                    .expect(200);
            assertThat(story.work(Player.COMPLIANCE)).doesNotContain("resolveDiscrepancy " + monitor);
            assertThat(story.get(Player.CLIENT, "/assets/" + server + "/history")
                            .json()
                            .toString())
                    .contains("\"missing\"", "\"found\"", "Derrière la baie 12");
        }
    }

    private static void missedAndFound(Story story, String tag, String standing) {
        assertThat(status(story, tag)).isEqualTo(standing);
        missed(story, tag);
        found(story, tag);
        assertThat(status(story, tag)).isEqualTo(standing);
    }

    private static void missed(Story story, String tag) {
        story.post(Player.WAREHOUSE, "/assets/" + tag + "/missing", Map.of("reason", "Plus dans la baie"))
                .expect(200);
        assertThat(status(story, tag)).isEqualTo("MISSING");
        assertThat(story.work(Player.COMPLIANCE)).contains("resolveDiscrepancy " + tag);
    }

    private static void found(Story story, String tag) {
        story.post(Player.CLIENT, "/assets/" + tag + "/found", Map.of("reason", "Je le vois"))
                .expect(403);
        story.post(Player.WAREHOUSE, "/assets/" + tag + "/found", Map.of("reason", "Derrière la baie 12"))
                .expect(200);
        assertThat(story.work(Player.COMPLIANCE)).doesNotContain("resolveDiscrepancy " + tag);
    }

    private static String status(Story story, String tag) {
        return story.get(Player.WAREHOUSE, "/assets/" + tag).expect(200).text("status");
    }
}

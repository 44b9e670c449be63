package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** The client is asked about an asset: the lot goes on, the certificates wait for the question that holds them. */
class QuestionToTheClientCircuit {

    @ParameterizedTest
    @EnumSource
    void anOpenQuestionHoldsTheCertificatesAndNotTheLot(Database database) {
        try (Story story = new Story("question to the client", database)) {
            String disk = story.serial("D1");
            String reference = story.accepted(
                    Story.instruction("ERASE", "HERE", "CLEAR"), List.of(Story.server(story.serial("S1"), disk)));
            String tag = story.tag(reference, story.serial("S1"));
            String asset = "/assets/" + tag;
            story.post(Player.CLIENT, asset + "/questions", Map.of("question", "À qui est-ce ?"))
                    .expect(403);
            String blocking = asked(story, asset, "Ce serveur porte une étiquette de location : est-il à vous ?", true);
            String aside = asked(story, asset, "Voulez-vous les rails ?", false);
            assertThat(story.work(Player.CLIENT)).contains("answerQuestion " + tag);
            assertThat(story.work(Player.STRANGER)).doesNotContain("answerQuestion " + tag);
            story.post(Player.STRANGER, "/questions/" + blocking + "/answer", Map.of("answer", "oui"))
                    .refusedWith(404, "NOT_FOUND");
            story.tell("La question n’arrête ni l’étiquetage, ni l’effacement.");
            story.tagged(reference);
            story.wiped(Player.WAREHOUSE, disk);
            assertThat(story.status(reference)).isEqualTo("READY");
            story.validated(reference);
            assertThat(story.certificates(reference)).isEmpty();
            assertThat(blocked(story, reference)).contains("QUESTION_OPEN");
            story.post(Player.CLIENT, "/questions/" + blocking + "/answer", Map.of("answer", ""))
                    .refusedWith(422, "ANSWER_MISSING");
            story.post(Player.CLIENT, "/questions/" + blocking + "/answer", Map.of("answer", "Oui, racheté en 2024."))
                    .expect(200);
            story.post(Player.CLIENT, "/questions/" + blocking + "/answer", Map.of("answer", "Non."))
                    .refusedWith(409, "QUESTION_NOT_OPEN");
            assertThat(story.work(Player.WAREHOUSE)).contains("closeQuestion " + tag);
            story.post(Player.CLIENT, "/questions/" + blocking + "/close", Map.of())
                    .expect(403);
            story.post(Player.WAREHOUSE, "/questions/" + blocking + "/close", Map.of())
                    .expect(200);
            assertThat(story.certificates(reference)).containsKey("DATA_SANITIZATION");
            story.tell("L’autre question reste ouverte sans rien retenir ; la clôture de la demande la retire.");
            assertThat(story.work(Player.CLIENT)).contains("answerQuestion " + tag);
            story.finished(reference, story.departed(reference));
            assertThat(story.work(Player.CLIENT)).doesNotContain("answerQuestion " + tag);
            assertThat(state(story, asset, aside)).isEqualTo("CLOSED");
            assertThat(steps(story, reference)).contains("questionAsked", "questionAnswered", "questionClosed");
            assertThat(story.get(Player.CLIENT, asset + "/history").json().toString())
                    .contains("Oui, racheté en 2024.");
            story.post(Player.COMPLIANCE, asset + "/questions", Map.of("question", "Trop tard ?"))
                    .refusedWith(409, "QUESTION_TOO_LATE");
        }
    }

    private static String asked(Story story, String asset, String question, boolean blocking) {
        return story.post(Player.WAREHOUSE, asset + "/questions", Map.of("question", question, "blocking", blocking))
                .expect(201)
                .text("id");
    }

    private static String state(Story story, String asset, String id) {
        return story.get(Player.WAREHOUSE, asset + "/questions")
                .json()
                .path("items")
                .valueStream()
                .filter(question -> question.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow()
                .path("state")
                .asString();
    }

    private static List<String> steps(Story story, String reference) {
        return story.get(Player.CLIENT, "/requests/" + reference + "/timeline")
                .json()
                .valueStream()
                .map(step -> step.path("step").asString())
                .toList();
    }

    private static List<String> blocked(Story story, String reference) {
        JsonNode blocked = story.get(Player.COMPLIANCE, "/certificates/blocked").json();
        JsonNode items = blocked.isArray() ? blocked : blocked.path("items");
        return items.valueStream()
                .filter(one -> one.path("request").asString().equals(reference))
                .flatMap(one -> one.path("missing").valueStream())
                .map(one -> one.path("code").asString())
                .toList();
    }
}

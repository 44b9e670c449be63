package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The same lot is planned again and again, and each run is called off one step later: until it left, nothing is lost. */
class RunCancelledInEachStateCircuit {

    @ParameterizedTest
    @EnumSource
    void aRunIsCalledOffInEachStateUntilItLeft(Database database) {
        try (Story story = new Story("run cancelled in each state", database)) {
            String reference = story.accepted(
                    Story.instruction("ERASE", "HERE", "CLEAR"),
                    List.of(
                            Story.server(story.serial("S1"), story.serial("D1")),
                            Story.server(story.serial("S2"), story.serial("D2"))));
            story.tagged(reference);
            story.wiped(Player.WAREHOUSE, story.serial("D1"), story.serial("D2"));
            story.validated(reference);
            List<String> tags =
                    List.of(story.tag(reference, story.serial("S1")), story.tag(reference, story.serial("S2")));

            calledOff(story, reference, "PROPOSED", run -> {});
            calledOff(
                    story,
                    reference,
                    "DECLINED",
                    run -> story.post(Player.PARTNER, "/pickups/" + run + "/decline", Map.of("reason", "plus de place"))
                            .expect(200));
            calledOff(story, reference, "CONFIRMED", run -> confirm(story, run));
            calledOff(story, reference, "LOADING", run -> {
                confirm(story, run);
                String round = story.open(Player.WAREHOUSE, "LOADING", run);
                assertThat(story.scan(Player.WAREHOUSE, round, tags.getFirst(), null))
                        .isEqualTo("ACCEPTED");
            });
            calledOff(story, reference, "CLOSED", run -> {
                confirm(story, run);
                story.loaded(run, tags);
            });

            String run = story.departed(reference);
            story.post(Player.WAREHOUSE, "/pickups/" + run + "/cancel", Map.of("reason", "trop tard"))
                    .refusedWith(409, "RUN_NOT_CANCELLABLE");
            story.finished(reference, run);
            assertThat(story.certificates(reference)).hasSize(4);
        }
    }

    private static void confirm(Story story, String run) {
        story.post(Player.PARTNER, "/pickups/" + run + "/confirm", Map.of()).expect(200);
    }

    private static void calledOff(Story story, String reference, String state, Consumer<String> bringThere) {
        story.tell("Called off when " + state + ".");
        String run = story.planned(List.of(reference), List.of());
        bringThere.accept(run);
        assertThat(story.runStatus(run)).isEqualTo(state);
        story.post(Player.WAREHOUSE, "/pickups/" + run + "/cancel", Map.of("reason", "le partenaire ferme"))
                .expect(200);
        assertThat(story.runStatus(run)).isEqualTo("CANCELLED");
        assertThat(DeclinedThenShortenedCircuit.history(story, run))
                .last()
                .isEqualTo("RunCancelled le partenaire ferme");
        assertThat(story.assets(reference).stream()
                        .map(asset -> asset.path("status").asString()))
                .containsOnly("TAGGED");
        assertThat(story.work(Player.WAREHOUSE)).contains("joinRun " + reference);
        assertThat(story.work(Player.PARTNER)).noneMatch(work -> work.endsWith(run));
        story.post(Player.WAREHOUSE, "/pickups/" + run + "/cancel", Map.of("reason", "encore"))
                .refusedWith(409, "RUN_NOT_CANCELLABLE");
    }
}

package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** One of two disks fails its wipe: it is shredded by one person, validated by another, and only then may the server leave. */
class FailedDiskDestroyedCircuit {

    @ParameterizedTest
    @EnumSource
    void aDiskThatFailsIsDestroyedUnderTwoPairsOfEyes(Database database) {
        try (Story story = new Story("failed disk destroyed", database)) {
            String good = story.serial("D1");
            String bad = story.serial("D2");
            String reference = story.accepted(
                    Story.instruction("ERASE", "HERE", "CLEAR"), List.of(Story.server(story.serial("S1"), good, bad)));
            story.tagged(reference);
            story.post(Player.WAREHOUSE, "/sanitization/reports", NwipeLog.failed(bad, good))
                    .expect(201);
            assertThat(story.medium(reference, bad).path("status").asString()).isEqualTo("FAILED");
            String tag = story.tag(reference, story.serial("S1"));
            story.post(
                            Player.WAREHOUSE,
                            "/pickups",
                            Map.of(
                                    "partnerSite",
                                            story.cast.partnerSite.value().toString(),
                                    "window", Story.window(),
                                    "requests", List.of(reference),
                                    "assets", List.of(tag)))
                    .refusedWith(409, "NOT_LOADABLE");
            story.tell("Un effacement réussi après un échec ne sauve pas le disque.");
            story.post(Player.WAREHOUSE, "/sanitization/reports", NwipeLog.erased(bad))
                    .expect(201);
            assertThat(story.medium(reference, bad).path("status").asString()).isEqualTo("FAILED");
            String medium = "/media/" + story.medium(reference, bad).path("id").asString();
            Map<String, Object> crushed = Map.of(
                    "method",
                    "CRUSH",
                    "norm",
                    "ISO/IEC 21964-1",
                    "group",
                    "H",
                    "level",
                    3,
                    "machine",
                    "presse",
                    "happenedAt",
                    Instant.now().toString(),
                    "evidence",
                    "photo 12");
            story.post(Player.WAREHOUSE, medium + "/destruction", crushed).expect(422);
            Map<String, Object> shredded = Map.of(
                    "method",
                    "SHRED",
                    "norm",
                    "ISO/IEC 21964-1",
                    "group",
                    "H",
                    "level",
                    5,
                    "particleMm2",
                    300,
                    "machine",
                    "broyeur 2",
                    "happenedAt",
                    Instant.now().toString(),
                    "evidence",
                    "vidéo 7731");
            story.post(Player.WAREHOUSE, medium + "/destruction", shredded).expect(200);
            story.post(Player.WAREHOUSE, medium + "/destruction/validate", Map.of())
                    .expect(403);
            story.post(Player.COMPLIANCE_2, medium + "/destruction/validate", Map.of())
                    .expect(200);
            assertThat(story.medium(reference, bad).path("status").asString()).isEqualTo("DESTROYED");
            assertThat(story.status(reference)).isEqualTo("READY");
            story.validated(reference);
            story.finished(reference, story.departed(reference));
            assertThat(story.certificates(reference)).hasSize(4);
        }
    }
}

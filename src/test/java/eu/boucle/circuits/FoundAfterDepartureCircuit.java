package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The partner finds a disk in what has left: 72 hours, a letter, the client entrusts it in writing, and its papers follow. */
class FoundAfterDepartureCircuit {

    @ParameterizedTest
    @EnumSource
    void aDiskFoundAtThePartnersIsRuledOnAndThePapersFollow(Database database) {
        try (Story story = new Story("disk found after departure", database, true)) {
            String disk = story.serial("D1");
            String reference = story.accepted(
                    Story.instruction("ERASE", "HERE", "CLEAR"), List.of(Story.server(story.serial("S1"), disk)));
            story.tagged(reference);
            story.wiped(Player.WAREHOUSE, disk);
            story.validated(reference);
            String before = story.certificates(reference)
                    .get("DATA_SANITIZATION")
                    .path("number")
                    .asString();
            String run = story.departed(reference);
            String tag = story.tag(reference, story.serial("S1"));
            String late = story.serial("D2");
            story.post(
                            Player.WAREHOUSE,
                            "/assets/" + tag + "/media",
                            Map.of("kind", "HDD", "interface", "SAS", "serial", late))
                    .expect(200);
            assertThat(story.work(Player.COMPLIANCE)).contains("resolveDiscrepancy " + tag);
            assertThat(story.get(Player.CLIENT, "/requests/" + reference + "/letters")
                            .json()
                            .path("items"))
                    .hasSize(1);
            story.tell("Sans consigne du client, l’officier ne peut pas confier le disque au partenaire.");
            story.refused("MEDIUM_FOUND", "ENTRUSTED", 409, "NOT_ENTRUSTED_BY_CLIENT");
            story.refused("MEDIUM_FOUND", "FOUND", 422, "OUTCOME_UNFIT");
            story.call(
                            Player.CLIENT,
                            "PATCH",
                            "/requests/" + reference + "/lines/1/data",
                            Map.of(
                                    "action",
                                    "ERASE",
                                    "where",
                                    "PARTNER",
                                    "level",
                                    "CLEAR",
                                    "reason",
                                    "Le partenaire le fait"))
                    .expect(200);
            story.resolved("MEDIUM_FOUND", "ENTRUSTED");
            assertThat(story.medium(reference, late).path("status").asString()).isEqualTo("ENTRUSTED");
            story.wiped(Player.PARTNER, late);
            story.validated(reference);
            new Browser(database.address())
                    .signIn(story.cast.emails.get(Player.COMPLIANCE), Cast.PASSWORD)
                    .post(
                            "/certificates/" + before + "/supersede",
                            Map.of("reason", "Un disque trouvé après le départ"));
            story.finished(reference, run);
            assertThat(story.certificates(reference)
                            .get("DATA_SANITIZATION")
                            .path("number")
                            .asString())
                    .isNotEqualTo(before);
        }
    }
}

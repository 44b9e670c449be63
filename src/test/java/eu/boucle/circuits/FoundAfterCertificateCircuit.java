package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A disk turns up in a server still here, after its data certificate was issued: the officer is asked to replace it. */
class FoundAfterCertificateCircuit {

    @ParameterizedTest
    @EnumSource
    void aDiskFoundBeforeDepartureProposesANewDataCertificate(Database database) {
        try (Story story = new Story("disk found after the data certificate", database)) {
            String reference = story.accepted(
                    Story.instruction("ERASE", "HERE", "CLEAR"),
                    List.of(Story.server(story.serial("S1"), story.serial("D1"))));
            story.tagged(reference);
            story.wiped(Player.WAREHOUSE, story.serial("D1"));
            story.validated(reference);
            String before = dataCertificate(story, reference);
            assertThat(story.work(Player.COMPLIANCE)).doesNotContain("reviseCertificate " + before);

            story.tell("Un second disque est trouvé derrière le premier.");
            String late = story.serial("D2");
            story.post(
                            Player.WAREHOUSE,
                            "/assets/" + story.tag(reference, story.serial("S1")) + "/media",
                            Map.of("kind", "HDD", "interface", "SAS", "serial", late))
                    .expect(200);
            assertThat(story.work(Player.COMPLIANCE)).contains("reviseCertificate " + before);
            Map<String, Object> because = Map.of("reason", "Un disque trouvé derrière le premier");
            story.post(Player.COMPLIANCE, "/certificates/" + before + "/supersede", because)
                    .refusedWith(409, "CERTIFICATE_INCOMPLETE");
            assertThat(story.work(Player.COMPLIANCE)).contains("reviseCertificate " + before);

            story.wiped(Player.WAREHOUSE, late);
            story.post(Player.COMPLIANCE, "/certificates/" + before + "/supersede", because)
                    .refusedWith(409, "CERTIFICATE_INCOMPLETE");
            story.validated(reference);
            story.post(Player.COMPLIANCE, "/certificates/" + before + "/supersede", because)
                    .expect(200);
            assertThat(story.work(Player.COMPLIANCE)).doesNotContain("reviseCertificate " + before);
            String after = dataCertificate(story, reference);
            assertThat(after).isNotEqualTo(before);
            assertThat(story.get(Player.CLIENT, "/certificates/" + after + ".json")
                            .expect(200)
                            .json()
                            .toString())
                    .contains(before, story.serial("D1"), late);
            story.finished(reference, story.departed(reference));
        }
    }

    private static String dataCertificate(Story story, String reference) {
        return story.certificates(reference)
                .get("DATA_SANITIZATION")
                .path("number")
                .asString();
    }
}

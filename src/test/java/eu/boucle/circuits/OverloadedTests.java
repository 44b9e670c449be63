package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import eu.boucle.support.FailingDatabase;
import eu.boucle.support.FailingDatabase.Met;
import eu.boucle.support.FailingDatabase.Moment;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A database that is away is no accident of ours: the caller is told to come again, in the words of its language. */
class OverloadedTests {

    @Test
    void whoFindsTheDatabaseAwayIsToldToComeAgain() throws Exception {
        try (Story story = new Story("overloaded", Database.H2);
                HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest list = HttpRequest.newBuilder(URI.create(Database.H2.address() + "/api/v1/requests"))
                    .header("Authorization", "Bearer " + story.cast.tokens.get(Player.CLIENT))
                    .header("Accept-Language", "en")
                    .build();
            List<HttpResponse<String>> answers = new ArrayList<>();
            boolean fired = true;
            for (int call = 1; fired; call++) {
                Met met = FailingDatabase.during(call, false, Moment.BEFORE, () -> {
                    try {
                        answers.add(http.send(list, HttpResponse.BodyHandlers.ofString()));
                    } catch (java.io.IOException | InterruptedException e) {
                        throw new AssertionError(e);
                    }
                });
                fired = met.fired();
            }
            assertThat(answers.removeLast().statusCode()).isEqualTo(200);
            assertThat(answers)
                    .isNotEmpty()
                    .allSatisfy(answer -> assertThat(answer.statusCode()).isGreaterThanOrEqualTo(500));
            assertThat(answers)
                    .filteredOn(answer -> answer.statusCode() == 503)
                    .isNotEmpty()
                    .allSatisfy(answer -> {
                        assertThat(answer.headers().firstValue("Retry-After")).contains("1");
                        assertThat(answer.body())
                                .contains("\"code\":\"SERVICE_UNAVAILABLE\"", "does not reach its database")
                                .doesNotContain("cable");
                    });
        }
    }
}

package eu.boucle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.BenchStage;
import eu.boucle.circuits.BenchStage.Tagging;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** (d) Lists and searches by calls, over a million assets and five million scans ({@code -Dbench.rows} for fewer). */
class ListBench {

    private static final int SCANS_OF_AN_ASSET = 5;
    private static final int CALLS = 100;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void pagesAndSearches() throws Exception {
        try (BenchStage stage = new BenchStage()) {
            Tagging tagging = stage.tagging(1);
            stage.scanOne(tagging);
            Filling.assets(tagging, Filling.ROWS, true);
            Filling.scans(tagging, SCANS_OF_AN_ASSET);
            Filling.requests(tagging, Filling.ROWS);
            String last = BenchStage.owner()
                    .queryForObject("select tag from asset order by tag desc limit 1 offset 50", String.class);
            String list = "/requests/" + tagging.request() + "/assets?limit=50";
            Comparison pages = new Comparison("deepest page of assets / first", "ms");
            pages.slices(() -> each(stage, list + "&after=" + last), () -> each(stage, list));
            pages.times(3);
            Comparison search = new Comparison("part of a serial / exact tag", "ms");
            String tag = Filling.tag(Filling.ROWS / 2);
            search.slices(
                    () -> each(
                            stage,
                            "/requests?limit=50&q="
                                    + Filling.serial(Filling.ROWS / 2).substring(3)),
                    () -> each(stage, "/assets/" + tag));
            search.times(10);
            Comparison history = new Comparison("an asset's history / exact tag", "ms");
            history.slices(() -> each(stage, "/assets/" + tag + "/history"), () -> each(stage, "/assets/" + tag));
            history.times(3);
        }
    }

    private double each(BenchStage stage, String path) throws Exception {
        return Comparison.milliseconds(() -> {
                    for (int i = 0; i < CALLS; i++) {
                        HttpResponse<String> answer = http.send(
                                HttpRequest.newBuilder(URI.create(BenchStage.address() + "/api/v1" + path))
                                        .header("Authorization", "Bearer " + stage.token())
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                        assertThat(answer.statusCode()).as(answer::body).isEqualTo(200);
                    }
                })
                / CALLS;
    }
}

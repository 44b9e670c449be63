package eu.boucle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.BenchStage;
import eu.boucle.circuits.BenchStage.Tagging;
import eu.boucle.scancode.AssetTag;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;

/** (d) Lists and searches by calls, over a million assets and five million scans ({@code -Dbench.rows} for fewer). */
class ListBench {

    private static final int ROWS = Integer.getInteger("bench.rows", 1_000_000);
    private static final int SCANS_OF_AN_ASSET = 5;
    private static final int LINES_OF_A_REQUEST = 100;
    private static final long FIRST_TAG = 20_000_000L;
    private static final int CALLS = 100;

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void pagesAndSearches() throws Exception {
        try (BenchStage stage = new BenchStage()) {
            Tagging tagging = stage.tagging(1);
            stage.scanOne(tagging);
            fill(tagging);
            String last = BenchStage.owner()
                    .queryForObject("select tag from asset order by tag desc limit 1 offset 50", String.class);
            String list = "/requests/" + tagging.request() + "/assets?limit=50";
            Comparison pages = new Comparison("deepest page of assets / first", "ms");
            pages.slices(
                    () -> each(stage, list + "&after=" + last),
                    () -> each(stage, list));
            pages.times(3);
            Comparison search = new Comparison("part of a serial / exact tag", "ms");
            String tag = AssetTag.of(FIRST_TAG + ROWS / 2).value();
            search.slices(
                    () -> each(stage, "/requests?limit=50&q=" + serial(ROWS / 2).substring(3)),
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

    private static String serial(int number) {
        return "CZ%07dX%03d".formatted((number * 7919L) % 10_000_000, number % 1000);
    }

    /** As many assets on one request, their scans, and as many lines on requests of a hundred. */
    private static void fill(Tagging tagging) throws Exception {
        JdbcTemplate jdbc = BenchStage.owner();
        jdbc.execute("create table filling (number integer primary key, tag varchar(12), serial varchar(64))");
        StringBuilder rows = new StringBuilder();
        for (int i = 0; i < ROWS; i++) {
            rows.append(i)
                    .append(',')
                    .append(AssetTag.of(FIRST_TAG + i))
                    .append(',')
                    .append(serial(i))
                    .append('\n');
        }
        try (Connection connection =
                Objects.requireNonNull(jdbc.getDataSource()).getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy filling from stdin csv", new StringReader(rows.toString()));
        }
        jdbc.update("""
                insert into asset select (jsonb_populate_record(null::asset, to_jsonb(one) || jsonb_build_object('id', gen_random_uuid(),
                    'tag', f.tag, 'serial', f.serial, 'serial_raw', f.serial))).*
                from (select * from asset where tag = ?) one, filling f
                """, tagging.tags().getFirst());
        jdbc.update("""
                insert into scan (id, round_id, asset_id, tag, code, serial, note, happened_at, heard_at, by_id, answer,
                    repaired, undone)
                select gen_random_uuid(), one.round_id, a.id, a.tag, a.tag, a.serial, '', one.happened_at, one.heard_at,
                    one.by_id, 'ALREADY_SCANNED', false, false
                from (select * from scan where tag = ?) one, filling f join asset a on a.tag = f.tag,
                    generate_series(1, ?)
                """, tagging.tags().getFirst(), SCANS_OF_AN_ASSET);
        jdbc.update("""
                insert into decommissioning_request select (jsonb_populate_record(null::decommissioning_request, to_jsonb(one) || jsonb_build_object('id',
                    gen_random_uuid(), 'reference', 'DR-1998-' || lpad(n::text, 6, '0')))).*
                from (select * from decommissioning_request where reference = ?) one, generate_series(0, ?) n
                """, tagging.request(), ROWS / LINES_OF_A_REQUEST);
        jdbc.update("""
                insert into request_line select (jsonb_populate_record(null::request_line, to_jsonb(one) || jsonb_build_object('request_id', r.id,
                    'line', f.number % ? + 1, 'serial', f.serial, 'serial_given', f.serial))).*
                from (select l.* from request_line l join decommissioning_request d on d.id = l.request_id
                    where d.reference = ?) one, filling f join decommissioning_request r
                    on r.reference = 'DR-1998-' || lpad((f.number / ?)::text, 6, '0')
                """, LINES_OF_A_REQUEST, tagging.request(), LINES_OF_A_REQUEST);
        for (String table : List.of("asset", "scan", "decommissioning_request", "request_line")) {
            jdbc.execute("analyze " + table);
        }
    }
}

package eu.boucle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.BenchStage;
import eu.boucle.circuits.BenchStage.Tagging;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;

/** (e) The whole register of assets as a file by a call, beside a plain COPY of the same columns ({@code -Dbench.rows}). */
class ExportBench {

    private static final int PIECE = 1 << 16;
    private static final String COLUMNS = "a.tag, l.reference, a.line, a.equipment_type, a.manufacturer, a.model,"
            + " a.serial, a.state, a.clearance, a.weee_category, a.waste_code, a.dangerous, a.declared_kg,"
            + " a.estimated_kg, a.received_kg";

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void theRegister() throws Exception {
        try (BenchStage stage = new BenchStage()) {
            Tagging tagging = stage.tagging(1);
            Filling.assets(tagging, Filling.ROWS, false);
            long bytes = taken(stage, -1, null);
            Comparison rows = new Comparison("register as a file", "rows/s");
            rows.slices(
                    () -> Filling.ROWS * 1000.0 / Comparison.milliseconds(() -> taken(stage, -1, null)),
                    () -> Filling.ROWS * 1000.0 / Comparison.milliseconds(ExportBench::copied));
            rows.speed(0.5);
            Comparison heap = new Comparison("  heap at 90 % of it / at 10 %", "MB");
            heap.slices(1, () -> heapAt(stage, bytes * 9 / 10), () -> heapAt(stage, bytes / 10));
            heap.times(1.1);
        }
    }

    /** Reads the answer to its end. @param mark after so many bytes the other thing is done, once */
    private long taken(BenchStage stage, long mark, Runnable then) throws Exception {
        HttpResponse<InputStream> answer = http.send(
                HttpRequest.newBuilder(URI.create(BenchStage.address() + "/api/v1/assets"))
                        .header("Authorization", "Bearer " + stage.token())
                        .header("Accept", "text/csv")
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        long read = 0;
        byte[] piece = new byte[PIECE];
        try (InputStream body = answer.body()) {
            for (int length = body.read(piece); length >= 0; length = body.read(piece)) {
                if (read < mark && read + length >= mark) {
                    then.run();
                }
                read += length;
            }
        }
        return read;
    }

    private double heapAt(BenchStage stage, long mark) throws Exception {
        double[] used = new double[1];
        taken(stage, mark, () -> {
            System.gc();
            Runtime now = Runtime.getRuntime();
            used[0] = (now.totalMemory() - now.freeMemory()) / 1e6;
        });
        return used[0];
    }

    private static void copied() throws Exception {
        JdbcTemplate jdbc = BenchStage.owner();
        try (Connection connection =
                Objects.requireNonNull(jdbc.getDataSource()).getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyOut(
                            "copy (select " + COLUMNS
                                    + " from asset a join lot l on l.request_id = a.request_id) to stdout (format csv)",
                            OutputStream.nullOutputStream());
        }
    }
}

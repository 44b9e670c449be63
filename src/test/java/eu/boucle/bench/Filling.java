package eu.boucle.bench;

import eu.boucle.circuits.BenchStage;
import eu.boucle.circuits.BenchStage.Tagging;
import eu.boucle.scancode.AssetTag;
import java.io.StringReader;
import java.sql.Connection;
import java.util.Objects;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.JdbcTemplate;

/** Years of work in the tables, as copies of one tagged asset and its request. */
final class Filling {

    /** {@code -Dbench.rows} for fewer. */
    static final int ROWS = Integer.getInteger("bench.rows", 1_000_000);

    private static final int LINES_OF_A_REQUEST = 100;
    private static final long FIRST_TAG = 20_000_000L;

    private Filling() {}

    static String tag(int number) {
        return AssetTag.of(FIRST_TAG + number).value();
    }

    static String serial(int number) {
        return "CZ%07dX%03d".formatted((number * 7919L) % 10_000_000, number % 1000);
    }

    /**
     * As many assets, on the one lot or on new lots of a hundred. The row is made in the from clause:
     * {@code (function()).*} would call the function once for each column.
     */
    static void assets(Tagging tagging, int rows, boolean oneLot) throws Exception {
        JdbcTemplate jdbc = BenchStage.owner();
        jdbc.execute("create table filling (number integer primary key, tag varchar(12), serial varchar(64))");
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < rows; i++) {
            lines.append(i)
                    .append(',')
                    .append(tag(i))
                    .append(',')
                    .append(serial(i))
                    .append('\n');
        }
        try (Connection connection =
                Objects.requireNonNull(jdbc.getDataSource()).getConnection()) {
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy filling from stdin csv", new StringReader(lines.toString()));
        }
        if (!oneLot) {
            lots(tagging, rows);
        }
        jdbc.update(
                """
                insert into asset select made.* from (select a from asset a where tag = ?) one, filling f
                    join lot l on l.reference = coalesce(?::text, 'DR-1998-' || lpad((f.number / ?)::text, 6, '0')),
                    jsonb_populate_record(one.a, jsonb_build_object('id', gen_random_uuid(), 'tag', f.tag,
                        'request_id', l.request_id, 'line', f.number % ? + 1,
                        'serial', f.serial, 'serial_raw', f.serial)) made
                """,
                tagging.tags().getFirst(), oneLot ? tagging.request() : null, LINES_OF_A_REQUEST, LINES_OF_A_REQUEST);
        jdbc.execute("vacuum analyze lot");
        jdbc.execute("vacuum analyze asset");
    }

    private static void lots(Tagging tagging, int rows) {
        BenchStage.owner().update("""
                insert into lot select made.* from (select l from lot l where reference = ?) one,
                    generate_series(0, ?) n, jsonb_populate_record(one.l, jsonb_build_object('assets', ?::integer,
                        'request_id', gen_random_uuid(), 'reference', 'DR-1998-' || lpad(n::text, 6, '0'))) made
                """, tagging.request(), rows / LINES_OF_A_REQUEST, LINES_OF_A_REQUEST);
    }

    static void scans(Tagging tagging, int ofAnAsset) {
        JdbcTemplate jdbc = BenchStage.owner();
        jdbc.update("""
                insert into scan (id, round_id, asset_id, tag, code, serial, note, happened_at, heard_at, by_id, answer,
                    repaired, undone)
                select gen_random_uuid(), one.round_id, a.id, a.tag, a.tag, a.serial, '', one.happened_at, one.heard_at,
                    one.by_id, 'ALREADY_SCANNED', false, false
                from (select * from scan where tag = ?) one, filling f join asset a on a.tag = f.tag,
                    generate_series(1, ?)
                """, tagging.tags().getFirst(), ofAnAsset);
        jdbc.execute("vacuum analyze scan");
    }

    /** As many lines on requests of a hundred. */
    static void requests(Tagging tagging, int rows) {
        JdbcTemplate jdbc = BenchStage.owner();
        jdbc.update("""
                insert into decommissioning_request select made.*
                from (select d from decommissioning_request d where reference = ?) one, generate_series(0, ?) n,
                    jsonb_populate_record(one.d, jsonb_build_object(
                        'id', gen_random_uuid(), 'reference', 'DR-1998-' || lpad(n::text, 6, '0'))) made
                """, tagging.request(), rows / LINES_OF_A_REQUEST);
        jdbc.update("""
                insert into request_line select made.*
                from (select l from request_line l join decommissioning_request d on d.id = l.request_id
                    where d.reference = ?) one, filling f join decommissioning_request r
                    on r.reference = 'DR-1998-' || lpad((f.number / ?)::text, 6, '0'),
                    jsonb_populate_record(one.l, jsonb_build_object('request_id', r.id, 'line', f.number % ? + 1,
                        'serial', f.serial, 'serial_given', f.serial)) made
                """, tagging.request(), LINES_OF_A_REQUEST, LINES_OF_A_REQUEST);
        jdbc.execute("vacuum analyze decommissioning_request");
        jdbc.execute("vacuum analyze request_line");
    }
}

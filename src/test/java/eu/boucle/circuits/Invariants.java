package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What must hold in a database between any two calls, whatever failed: states are the fold of their history, each open
 * case has one diagram running, counters tell the truth, certificates are one and numbers gapless.
 */
final class Invariants {

    private static final Set<String> ASSET_STATES = Set.of(
            "DECLARED",
            "TAGGED",
            "LOADED",
            "HANDED_OVER",
            "RECEIVED",
            "REUSED",
            "RECYCLED",
            "RECOVERED",
            "DISPOSED",
            "MISSING",
            "REFUSED",
            "DISPUTED",
            "WITHDRAWN");
    private static final Set<String> CLEARANCES = Set.of("NONE", "CLEARED", "SEALED");

    private final JdbcClient jdbc;
    private final String tableCounts;

    Invariants(JdbcClient jdbc) {
        this.jdbc = jdbc;
        tableCounts = countsOfTables();
    }

    /** All of them, for what stands in the database now. */
    void hold() {
        statesAreTheFoldOfTheirHistory();
        eachOpenCaseHasOneDiagramRunning();
        countersAreTrue();
        certificatesAreOneAndNumbersGapless();
        noTwoOpenThings();
        none("select exception_msg_ from act_ru_job where retries_ = 0");
    }

    /** The size of every table of ours and the sum of its versions: what a failed attempt leaves as it was. */
    List<String> fingerprint() {
        return jdbc.sql(tableCounts)
                .query((row, n) -> row.getString(1) + " " + row.getLong(2) + " " + row.getBigDecimal(3))
                .list();
    }

    private String countsOfTables() {
        Map<String, Boolean> tables = new HashMap<>();
        jdbc.sql("""
                        select lower(t.table_name) as name,
                            (select count(*) from information_schema.columns c
                              where c.table_schema = t.table_schema and c.table_name = t.table_name
                                and lower(c.column_name) = 'version' and c.data_type in ('BIGINT', 'bigint')) as versioned
                        from information_schema.tables t
                        where lower(t.table_schema) = 'public' and t.table_type = 'BASE TABLE'
                        """)
                .query((row, n) -> tables.put(row.getString("name"), row.getInt("versioned") == 1))
                .list();
        return tables.entrySet().stream()
                .filter(table -> !table.getKey().startsWith("act_")
                        && !table.getKey().startsWith("flyway")
                        && !table.getKey().startsWith("spring_session"))
                .map(table -> "select '" + table.getKey() + "', count(*), "
                        + (table.getValue() ? "coalesce(sum(version), 0)" : "0") + " from " + table.getKey())
                .sorted()
                .collect(Collectors.joining(" union all "));
    }

    private void statesAreTheFoldOfTheirHistory() {
        Map<UUID, String> states = new HashMap<>();
        Map<UUID, String> clearances = new HashMap<>();
        Map<UUID, String> media = new HashMap<>();
        jdbc.sql("select asset_id, medium_id, from_state, to_state from asset_event order by position")
                .query((row, n) -> {
                    UUID medium = row.getObject("medium_id", UUID.class);
                    UUID asset = row.getObject("asset_id", UUID.class);
                    String to = row.getString("to_state");
                    if (medium != null) {
                        media.put(medium, to);
                    } else if (CLEARANCES.contains(to)) {
                        clearances.put(asset, to);
                    } else if (ASSET_STATES.contains(to)) {
                        String before = states.put(asset, to);
                        assertThat(row.getString("from_state"))
                                .as("what %s was before %s", asset, to)
                                .isEqualTo(before);
                    }
                    return to;
                })
                .list();
        jdbc.sql("select id, tag, state, clearance from asset")
                .query((row, n) -> {
                    UUID asset = row.getObject("id", UUID.class);
                    assertThat(states.get(asset)).as(row.getString("tag")).isEqualTo(row.getString("state"));
                    assertThat(clearances.getOrDefault(asset, row.getString("clearance")))
                            .as(row.getString("tag"))
                            .isEqualTo(row.getString("clearance"));
                    return asset;
                })
                .list();
        jdbc.sql("select id, status from medium")
                .query((row, n) -> {
                    UUID medium = row.getObject("id", UUID.class);
                    assertThat(media.getOrDefault(medium, "EXPECTED"))
                            .as("medium %s", medium)
                            .isEqualTo(row.getString("status"));
                    return medium;
                })
                .list();
    }

    private void eachOpenCaseHasOneDiagramRunning() {
        Map<String, Long> running = jdbc
                .sql(
                        "select business_key_ from act_ru_execution where business_key_ is not null and parent_id_ is null")
                .query(String.class)
                .list()
                .stream()
                .collect(Collectors.groupingBy(key -> key, Collectors.counting()));
        jdbc.sql("""
                        select id, reference, status from decommissioning_request where status <> 'DRAFT'
                        union all select id, reference, status from pickup_run
                        """)
                .query((row, n) -> {
                    String status = row.getString("status");
                    boolean over =
                            Set.of("CLOSED", "REJECTED", "CANCELLED", "TREATED").contains(status)
                                    && !(row.getString("reference").startsWith("DR") && "TREATED".equals(status))
                                    && !(row.getString("reference").startsWith("PU") && "CLOSED".equals(status));
                    long instances = running.getOrDefault(row.getString("id"), 0L);
                    if (!over) {
                        assertThat(instances)
                                .as("diagrams running for %s, %s", row.getString("reference"), status)
                                .isEqualTo(1);
                    } else {
                        assertThat(instances).as(row.getString("reference")).isLessThanOrEqualTo(1);
                    }
                    return status;
                })
                .list();
    }

    private void countersAreTrue() {
        none("""
                select reference from lot where assets <> (select count(*) from asset where request_id = lot.request_id)
                """);
        none("""
                select reference from sanitization_case c where undecided <> (select count(*) from medium m
                  where m.request_id = c.request_id and not m.dismissed
                    and (m.status in ('EXPECTED', 'FAILED', 'UNDECIDED')
                      or m.status = 'MISSING' and not m.accepted_missing))
                """);
        none("select tag from asset where run_id is null and state in ('LOADED', 'HANDED_OVER', 'RECEIVED')");
        none("""
                select r.reference from pickup_run r where status in ('HANDED_OVER', 'WEIGHED_IN', 'TREATED')
                  and not exists (select 1 from handover h where h.run_id = r.id)
                """);
    }

    private void certificatesAreOneAndNumbersGapless() {
        none("""
                select request_reference, type, run_id from certificate where state = 'ISSUED'
                group by request_reference, type, run_id having count(*) > 1
                """);
        series("CE", "select number from certificate");
        series("DR", "select reference from decommissioning_request");
        series("PU", "select reference from pickup_run");
        none("select c.number from certificate c where not exists (select 1 from paper p where p.id = c.paper_id)");
    }

    /** Numbers read {@code CE-2026-000001}: as many as the series gave, none twice. */
    private void series(String series, String numbers) {
        long given = jdbc.sql("select coalesce(sum(last_number), 0) from number_series where series = ?")
                .param(series)
                .query(Long.class)
                .single();
        List<String> used = jdbc.sql(numbers).query(String.class).list();
        assertThat(new TreeSet<>(used)).as(series).hasSize(used.size());
        assertThat((long) used.size())
                .as(series + " numbers used of those given")
                .isEqualTo(given);
    }

    private void noTwoOpenThings() {
        none("select subject_id, mode from scan_round where open group by subject_id, mode having count(*) > 1");
        none("""
                select asset_id from round_item i join scan_round r on r.id = i.round_id and r.open
                where r.mode = 'TAGGING' group by asset_id having count(*) > 1
                """);
        none("select sha256, organisation_id from received_file group by sha256, organisation_id having count(*) > 1");
    }

    private void none(String sql) {
        assertThat(jdbc.sql(sql).query((row, n) -> row.getString(1)).list())
                .as(sql)
                .isEmpty();
    }
}

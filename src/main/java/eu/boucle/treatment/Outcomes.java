package eu.boucle.treatment;

import eu.boucle.asset.AssetId;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.Outcome;
import eu.boucle.shared.RunId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of each asset of a run: written once, never changed by a later report. */
@Component
class Outcomes {

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;

    Outcomes(JdbcClient jdbc, JdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    void keep(RunId run, Map<AssetView, Outcome> outcomes) {
        List<Entry<AssetView, Outcome>> rows = List.copyOf(outcomes.entrySet());
        batches.batchUpdate(
                "insert into treatment_outcome (run_id, asset_id, request_id, organisation_id, outcome) values (?, ?, ?, ?, ?)",
                rows,
                100,
                (statement, row) -> {
                    statement.setObject(1, run.value());
                    statement.setObject(2, row.getKey().id().value());
                    statement.setObject(3, row.getKey().request().value());
                    statement.setObject(4, row.getKey().organisation());
                    statement.setString(5, row.getValue().name());
                });
    }

    Map<AssetId, Outcome> of(RunId run) {
        return of(List.of(run)).getOrDefault(run, Map.of());
    }

    Map<RunId, Map<AssetId, Outcome>> of(Collection<RunId> runs) {
        Map<RunId, Map<AssetId, Outcome>> outcomes = new HashMap<>();
        if (!runs.isEmpty()) {
            jdbc.sql(
                            "select run_id, asset_id, outcome from treatment_outcome where run_id in (:runs) order by asset_id")
                    .param("runs", runs.stream().map(RunId::value).toList())
                    .query(row -> {
                        outcomes.computeIfAbsent(
                                        new RunId(row.getObject("run_id", UUID.class)), run -> new LinkedHashMap<>())
                                .put(
                                        new AssetId(row.getObject("asset_id", UUID.class)),
                                        Outcome.valueOf(row.getString("outcome")));
                    });
        }
        return outcomes;
    }
}

package eu.boucle.treatment;

import eu.boucle.shared.RunId;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The versions of the operations that reports in force were held against, as papers cite them. */
@Service
public class OperationsUsed {

    private final JdbcClient jdbc;

    OperationsUsed(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** {@code operations/R 4@0}; the caller has checked that the reader may see the runs. */
    public List<String> of(Collection<RunId> runs) {
        return runs.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select distinct 'operations/' || f.operation || '@' || cast(f.operation_version as varchar(10))
                            as cited
                        from treatment_fraction f join treatment_report r on r.id = f.report_id
                        where r.run_id in (:runs) and f.operation_version is not null
                            and r.number = (select max(l.number) from treatment_report l where l.run_id = r.run_id)
                        order by cited
                        """)
                        .param("runs", runs.stream().map(RunId::value).toList())
                        .query((row, number) -> row.getString("cited"))
                        .list();
    }
}

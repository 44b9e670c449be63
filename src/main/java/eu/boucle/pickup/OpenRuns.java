package eu.boucle.pickup;

import eu.boucle.identity.OpenCases;
import eu.boucle.identity.OrganisationId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Runs of a partner that are not at their end. */
@Component
class OpenRuns implements OpenCases {

    private final JdbcClient jdbc;

    OpenRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> of(OrganisationId organisation) {
        return jdbc.sql("select reference from pickup_run where organisation_id = ?"
                        + " and status not in ('TREATED', 'CANCELLED') order by reference fetch first 5 rows only")
                .param(organisation.value())
                .query((row, number) -> row.getString(1))
                .list();
    }
}

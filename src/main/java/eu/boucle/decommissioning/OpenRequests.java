package eu.boucle.decommissioning;

import eu.boucle.identity.OpenCases;
import eu.boucle.identity.OrganisationId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Requests of a client that somebody still waits for; a draft that nobody sent is none. */
@Component
class OpenRequests implements OpenCases {

    private final JdbcClient jdbc;

    OpenRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<String> of(OrganisationId organisation) {
        return jdbc.sql("select reference from decommissioning_request where organisation_id = ?"
                        + " and status not in ('DRAFT', 'CLOSED', 'REJECTED', 'CANCELLED')"
                        + " order by reference fetch first 5 rows only")
                .param(organisation.value())
                .query((row, number) -> row.getString(1))
                .list();
    }
}

package eu.boucle.pickup;

import eu.boucle.asset.Holding;
import eu.boucle.identity.Actor;
import eu.boucle.shared.RunId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A partner holds what travels on its own runs from the handover on: the one who may bring evidence on sealed media. */
@Component
class HeldRuns implements Holding {

    private final JdbcClient jdbc;

    HeldRuns(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean holds(Actor partner, RunId run) {
        return jdbc.sql("select count(*) from pickup_run where id = :run and (:all or organisation_id in (:partners))"
                                + " and status in ('HANDED_OVER', 'WEIGHED_IN', 'TREATED')")
                        .param("run", run.value())
                        .param("all", partner.partnerScope().all())
                        .param("partners", partner.partnerScope().organisations())
                        .query(Long.class)
                        .single()
                > 0;
    }
}

package eu.boucle.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which process instance follows which case, and the lock under which its token moves. */
@Repository
class Cases {

    private static final int CHUNK = 1000;

    private static final String COLUMNS =
            "select subject, diagram, instance_id, organisation_id, holder_id, reference, late_work, late_since from process_case ";

    private final JdbcClient jdbc;

    Cases(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Case> find(UUID subject) {
        return jdbc.sql(COLUMNS + "where subject = :subject")
                .param("subject", subject)
                .query(Cases::read)
                .optional();
    }

    /** Finds the case and keeps it until the transaction ends. */
    Optional<Case> hold(UUID subject) {
        return jdbc.sql(COLUMNS + "where subject = :subject for update")
                .param("subject", subject)
                .query(Cases::read)
                .optional();
    }

    /** Finds those of these subjects that have a case, and keeps them, in one order, until the transaction ends. */
    Map<UUID, Case> hold(Collection<UUID> subjects) {
        Map<UUID, Case> held = new LinkedHashMap<>();
        List<UUID> all = List.copyOf(subjects);
        for (int from = 0; from < all.size(); from += CHUNK) {
            jdbc.sql(COLUMNS + "where subject in (:subjects) order by subject for update")
                    .param("subjects", all.subList(from, Math.min(all.size(), from + CHUNK)))
                    .query(Cases::read)
                    .list()
                    .forEach(each -> held.put(each.subject(), each));
        }
        return held;
    }

    List<Case> ofInstances(Collection<String> instances) {
        return instances.isEmpty()
                ? List.of()
                : jdbc.sql(COLUMNS + "where instance_id in (:instances)")
                        .param("instances", instances)
                        .query(Cases::read)
                        .list();
    }

    /** Of every organisation, by ids only: for the operations page. */
    List<Place> placesOf(Collection<String> instances) {
        return instances.isEmpty()
                ? List.of()
                : jdbc.sql("select instance_id, diagram, subject from case_in_engine where instance_id in (:instances)")
                        .param("instances", instances)
                        .query((row, number) -> new Place(
                                row.getString("instance_id"),
                                Diagram.valueOf(row.getString("diagram")),
                                row.getObject("subject", UUID.class)))
                        .list();
    }

    record Place(String instance, Diagram diagram, UUID subject) {}

    /** Cases where something waits longer than promised and somebody must be told, oldest first. */
    List<Case> late(int most) {
        return jdbc.sql(COLUMNS + "where late_since is not null order by late_since fetch first :most rows only")
                .param("most", most)
                .query(Cases::read)
                .list();
    }

    /** A case whose first process ended may be followed by another. */
    void open(Case opened, Instant at) {
        jdbc.sql("delete from process_case where subject = :subject")
                .param("subject", opened.subject())
                .update();
        jdbc.sql("""
                insert into process_case
                    (subject, diagram, instance_id, organisation_id, holder_id, reference, started_at)
                values (:subject, :diagram, :instance, :organisation, :holder, :reference, :at)
                """)
                .param("subject", opened.subject())
                .param("diagram", opened.diagram().name())
                .param("instance", opened.instance())
                .param("organisation", opened.organisation())
                .param("holder", opened.holder())
                .param("reference", opened.reference())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    void late(UUID subject, String work, Instant since) {
        jdbc.sql("update process_case set late_work = :work, late_since = :since where subject = :subject")
                .param("work", work)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("subject", subject)
                .update();
    }

    void noLongerLate(UUID subject) {
        jdbc.sql("update process_case set late_work = null, late_since = null where subject = :subject")
                .param("subject", subject)
                .update();
    }

    private static Case read(ResultSet row, int number) throws SQLException {
        OffsetDateTime late = row.getObject("late_since", OffsetDateTime.class);
        @Nullable UUID holder = row.getObject("holder_id", UUID.class);
        return new Case(
                row.getObject("subject", UUID.class),
                Diagram.valueOf(row.getString("diagram")),
                row.getString("instance_id"),
                row.getObject("organisation_id", UUID.class),
                holder,
                row.getString("reference"),
                row.getString("late_work"),
                late == null ? null : late.toInstant());
    }
}

package eu.boucle.labelling;

import eu.boucle.identity.Actor;
import eu.boucle.shared.RequestId;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The batches printed, one row each. */
@Component
@Transactional
class LabelBatches {

    private final JdbcClient sql;
    private final ApplicationEventPublisher events;

    LabelBatches(JdbcClient sql, ApplicationEventPublisher events) {
        this.sql = sql;
        this.events = events;
    }

    void keep(RequestId request, UUID organisation, LabelBatch batch, Actor by) {
        sql.sql("""
                insert into label_batch (id, request_id, organisation_id, media, start_position, dots_per_inch,
                    labels, sha256, printed_by, printed_by_name, printed_at)
                values (:id, :request, :organisation, :media, :start, :resolution,
                    :labels, :sha256, :by, :name, :at)
                """)
                .param("id", UUID.randomUUID())
                .param("request", request.value())
                .param("organisation", organisation)
                .param("media", batch.media().name())
                .param("start", batch.start())
                .param("resolution", batch.dotsPerInch())
                .param("labels", batch.labels())
                .param("sha256", batch.sha256())
                .param("by", by.person())
                .param("name", batch.by())
                .param("at", batch.at().atOffset(ZoneOffset.UTC))
                .update();
        events.publishEvent(new LabelsPrinted(
                request, batch.media(), batch.labels(), batch.sha256(), by.stamp(organisation, batch.at())));
    }

    /** The newest twenty of a request. */
    @Transactional(readOnly = true)
    public List<LabelBatch> of(RequestId request) {
        return sql.sql("""
                select media, start_position, dots_per_inch, labels, sha256, printed_by_name, printed_at
                from label_batch where request_id = :request
                order by printed_at desc, id fetch first 20 rows only
                """)
                .param("request", request.value())
                .query((row, number) -> new LabelBatch(
                        LabelMedia.valueOf(row.getString(1)),
                        row.getInt(2),
                        row.getInt(3),
                        row.getInt(4),
                        row.getString(5),
                        row.getString(6),
                        row.getObject(7, OffsetDateTime.class).toInstant()))
                .list();
    }
}

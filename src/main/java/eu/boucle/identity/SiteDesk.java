package eu.boucle.identity;

import eu.boucle.shared.NotFound;
import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.StateForbids;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The sites of clients, kept by their own people, the officer and the administrator. */
@Service
@Transactional
public class SiteDesk {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SiteDesk(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** All sites of one client by name, archived ones last. @throws NotFound when it is another's */
    @Transactional(readOnly = true)
    public List<SiteView> ofClient(OrganisationId client, Actor by) {
        by.requireCare(client);
        return jdbc.sql("select * from site where organisation_id = ?"
                        + " order by case when archived_at is null then 0 else 1 end, name, id")
                .param(client.value())
                .query(Organisations::site)
                .list();
    }

    /** One site, archived or not. @throws NotFound also when it is another client's */
    @Transactional(readOnly = true)
    public SiteView site(SiteId id, Actor by) {
        SiteView site = jdbc.sql("select * from site where id = ?")
                .param(id.value())
                .query(Organisations::site)
                .optional()
                .orElseThrow(NotFound::new);
        by.requireCare(site.organisation());
        return site;
    }

    /** @param version as read; absent = last one wins. @throws StateForbids {@code CHANGED_MEANWHILE}, {@code SITE_ARCHIVED} */
    public SiteView edit(SiteId id, WriteSite command, @Nullable Long version, Actor by) {
        SiteView before = site(id, by);
        if (before.archived()) {
            throw new StateForbids("SITE_ARCHIVED", before.name());
        }
        PostalAddress address = stripped(command.address());
        AccessNotes notes = command.notes();
        int changed = jdbc.sql(
                        "update site set name = ?, street = ?, postal_code = ?, city = ?, country = ?, access = ?,"
                                + " dock = ?, floor = ?, lift = ?, badge = ?, truck = ?, hours = ?, version = version + 1"
                                + " where id = ? and version = ? and archived_at is null")
                .params(
                        command.name().strip(),
                        address.street(),
                        address.postalCode(),
                        address.city(),
                        address.country(),
                        notes.remark(),
                        notes.dock(),
                        notes.floor(),
                        notes.lift(),
                        notes.badge(),
                        notes.truck(),
                        notes.hours(),
                        id.value(),
                        version == null ? before.version() : version)
                .update();
        if (changed == 0) {
            throw new StateForbids("CHANGED_MEANWHILE", before.name());
        }
        events.publishEvent(new SiteEdited(
                id, before.organisation(), by.stamp(before.organisation().value(), clock.instant())));
        return site(id, by);
    }

    /** No new request may name it; requests that do go on. A second time does nothing. */
    public SiteView archive(SiteId id, Actor by) {
        SiteView before = site(id, by);
        Instant now = clock.instant();
        int changed = jdbc.sql(
                        "update site set archived_at = ?, version = version + 1 where id = ? and archived_at is null")
                .params(now.atOffset(ZoneOffset.UTC), id.value())
                .update();
        if (changed == 1) {
            events.publishEvent(new SiteArchived(
                    id, before.organisation(), by.stamp(before.organisation().value(), now)));
        }
        return site(id, by);
    }

    static PostalAddress stripped(PostalAddress address) {
        return new PostalAddress(
                address.street().strip(),
                address.postalCode().strip(),
                address.city().strip(),
                address.country());
    }
}

package eu.boucle.identity;

import eu.boucle.shared.NotFound;
import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Siret;
import eu.boucle.shared.StateForbids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organisations and their sites. */
@Service
@Transactional
public class Organisations {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Organisations(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** @throws NotFound when there is no such organisation */
    public OrganisationView organisation(OrganisationId id) {
        return jdbc.sql("select * from organisation where id = ?")
                .param(id.value())
                .query(Organisations::organisation)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** The one organisation that runs this installation; absent before set-up. */
    public Optional<OrganisationView> host() {
        return jdbc.sql("select * from organisation where kind = 'HOST'")
                .query(Organisations::organisation)
                .optional();
    }

    /** All clients by name: for filters of staff. */
    public List<OrganisationView> clients() {
        return jdbc.sql("select * from organisation where kind = 'CLIENT' order by name, id")
                .query(Organisations::organisation)
                .list();
    }

    /** A client's own delay to decide media, in working days; absent where the host's holds. */
    public Optional<Integer> mediaDays(OrganisationId client) {
        return jdbc.sql("select media_days from organisation where id = ? and media_days is not null")
                .param(client.value())
                .query(Integer.class)
                .optional();
    }

    /** Partners that take part, by name. */
    public List<OrganisationView> partners() {
        return jdbc.sql("select * from organisation where kind = 'PARTNER' and archived_at is null order by name, id")
                .query(Organisations::organisation)
                .list();
    }

    /** The sites of the organisations that the actor may see, by name, without those archived. */
    public List<SiteView> sites(Actor by) {
        Scope scope = by.scope();
        return jdbc.sql("select * from site where (:all or organisation_id in (:organisations))"
                        + " and archived_at is null order by name, id")
                .param("all", scope.all())
                .param("organisations", scope.organisations())
                .query(Organisations::site)
                .list();
    }

    /** @throws NotFound when it does not exist or is another client's */
    public SiteView site(SiteId id, Actor by) {
        Scope scope = by.scope();
        return jdbc.sql("select * from site where id = :id and (:all or organisation_id in (:organisations))")
                .param("id", id.value())
                .param("all", scope.all())
                .param("organisations", scope.organisations())
                .query(Organisations::site)
                .optional()
                .orElseThrow(NotFound::new);
    }

    /** A site of this organisation, archived or not. Unscoped: the caller may act for the organisation. */
    public Optional<SiteView> siteOf(OrganisationId organisation, SiteId id) {
        return jdbc.sql("select * from site where id = ? and organisation_id = ?")
                .params(id.value(), organisation.value())
                .query(Organisations::site)
                .optional();
    }

    /**
     * Remembers a site of a client: by its own people, the officer or the administrator.
     *
     * @throws NotFound when the organisation is not the actor's
     * @throws StateForbids {@code ORGANISATION_ARCHIVED}, {@code SITE_NEEDS_CLIENT}
     */
    public SiteView addSite(AddSite command, Actor by) {
        by.require(Role.CLIENT, Role.COMPLIANCE, Role.ADMIN);
        by.requireCare(command.organisation());
        OrganisationView owner = organisation(command.organisation());
        if (owner.kind() != OrganisationKind.CLIENT) {
            throw new StateForbids("SITE_NEEDS_CLIENT", owner.name());
        }
        requireActive(owner);
        SiteView site = new SiteView(
                SiteId.next(),
                owner.id(),
                command.name().strip(),
                SiteDesk.stripped(command.address()),
                command.notes(),
                false,
                0);
        insert(site);
        Instant now = clock.instant();
        events.publishEvent(
                new SiteAdded(site.id(), owner.id(), by.stamp(owner.id().value(), now)));
        return site;
    }

    /** @throws StateForbids {@code ORGANISATION_ARCHIVED} */
    public static void requireActive(OrganisationView organisation) {
        if (organisation.archived()) {
            throw new StateForbids("ORGANISATION_ARCHIVED", organisation.name());
        }
    }

    /** For set-up and the demo: an organisation with an id chosen by the caller, so that a second start finds it again. */
    public OrganisationView found(
            OrganisationId id,
            OrganisationKind kind,
            String name,
            @Nullable Siret siret,
            PostalAddress address,
            Language language) {
        jdbc.sql("insert into organisation (id, kind, name, siret, street, postal_code, city, country, language)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(id.value())
                .param(kind.name())
                .param(name)
                .param(siret == null ? null : siret.value())
                .param(address.street())
                .param(address.postalCode())
                .param(address.city())
                .param(address.country())
                .param(language.name())
                .update();
        return organisation(id);
    }

    private void insert(SiteView site) {
        PostalAddress address = site.address();
        AccessNotes notes = site.notes();
        jdbc.sql("insert into site (id, organisation_id, name, street, postal_code, city, country, access, dock, floor,"
                        + " lift, badge, truck, hours) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        site.id().value(),
                        site.organisation().value(),
                        site.name(),
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
                        notes.hours())
                .update();
    }

    static OrganisationView organisation(ResultSet row, int number) throws SQLException {
        String siret = row.getString("siret");
        return new OrganisationView(
                new OrganisationId(row.getObject("id", UUID.class)),
                OrganisationKind.valueOf(row.getString("kind")),
                row.getString("name"),
                siret == null ? null : new Siret(siret),
                address(row),
                Language.valueOf(row.getString("language")),
                row.getObject("archived_at") != null);
    }

    static SiteView site(ResultSet row, int number) throws SQLException {
        return new SiteView(
                new SiteId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getString("name"),
                address(row),
                new AccessNotes(
                        row.getString("dock"),
                        row.getString("floor"),
                        row.getString("lift"),
                        row.getString("badge"),
                        row.getString("truck"),
                        row.getString("hours"),
                        row.getString("access")),
                row.getObject("archived_at") != null,
                row.getLong("version"));
    }

    private static PostalAddress address(ResultSet row) throws SQLException {
        return new PostalAddress(
                row.getString("street"), row.getString("postal_code"), row.getString("city"), row.getString("country"));
    }
}

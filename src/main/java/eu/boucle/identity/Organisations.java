package eu.boucle.identity;

import eu.boucle.shared.NotFound;
import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Siret;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The organisations and their sites. */
@Service
@Transactional
public class Organisations {

    private final JdbcClient jdbc;

    Organisations(JdbcClient jdbc) {
        this.jdbc = jdbc;
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

    /** The sites of the organisations that the actor may see, by name. */
    public List<SiteView> sites(Actor by) {
        Scope scope = by.scope();
        return jdbc.sql("select * from site where (:all or organisation_id in (:organisations)) order by name, id")
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

    /**
     * Remembers a site of one of the actor's own client organisations.
     *
     * @throws NotFound when the organisation is not the actor's
     */
    public SiteView addSite(AddSite command, Actor by) {
        by.require(Role.CLIENT, Role.COMPLIANCE);
        by.requireSight(command.organisation().value());
        return insertSite(SiteId.next(), command);
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

    private SiteView insertSite(SiteId id, AddSite command) {
        PostalAddress address = command.address();
        jdbc.sql("insert into site (id, organisation_id, name, street, postal_code, city, country, access)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        id.value(),
                        command.organisation().value(),
                        command.name().strip(),
                        address.street().strip(),
                        address.postalCode().strip(),
                        address.city().strip(),
                        address.country(),
                        command.access().strip())
                .update();
        return new SiteView(
                id,
                command.organisation(),
                command.name().strip(),
                address,
                command.access().strip());
    }

    private static OrganisationView organisation(ResultSet row, int number) throws SQLException {
        String siret = row.getString("siret");
        return new OrganisationView(
                new OrganisationId(row.getObject("id", UUID.class)),
                OrganisationKind.valueOf(row.getString("kind")),
                row.getString("name"),
                siret == null ? null : new Siret(siret),
                address(row),
                Language.valueOf(row.getString("language")));
    }

    private static SiteView site(ResultSet row, int number) throws SQLException {
        return new SiteView(
                new SiteId(row.getObject("id", UUID.class)),
                new OrganisationId(row.getObject("organisation_id", UUID.class)),
                row.getString("name"),
                address(row),
                row.getString("access"));
    }

    private static PostalAddress address(ResultSet row) throws SQLException {
        return new PostalAddress(
                row.getString("street"), row.getString("postal_code"), row.getString("city"), row.getString("country"));
    }
}

package eu.boucle.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How far an installation without demo has come: which organisations and which people it has. ADMIN. */
@Service
@Transactional(readOnly = true)
public class FirstSteps {

    private static final String PERSON = "exists (select 1 from person p join person_role r on r.person_id = p.id"
            + " where p.enabled and r.role = '%s')";
    private static final String PERSON_OF = "exists (select 1 from person p join person_role r on r.person_id = p.id"
            + " join person_organisation o on o.person_id = p.id join organisation g on g.id = o.organisation_id"
            + " where p.enabled and r.role = '%s' and g.kind = '%s' and g.archived_at is null)";

    private final JdbcClient jdbc;

    FirstSteps(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What is there.
     *
     * @param host the host's id; absent before it is opened
     * @param partner the first partner by name, and so for the client
     * @param clientSite whether a client has a place to fetch from
     */
    public record Taken(
            @Nullable OrganisationId host,
            @Nullable OrganisationId partner,
            @Nullable OrganisationId client,
            boolean compliance,
            boolean warehouse,
            boolean partnerPerson,
            boolean clientSite,
            boolean clientPerson) {}

    public Taken taken(Actor by) {
        by.require(Role.ADMIN);
        return jdbc.sql("select " + first(OrganisationKind.HOST) + " as host, " + first(OrganisationKind.PARTNER)
                        + " as partner, " + first(OrganisationKind.CLIENT) + " as client, "
                        + PERSON.formatted(Role.COMPLIANCE) + " as compliance, "
                        + PERSON.formatted(Role.WAREHOUSE) + " as warehouse, "
                        + PERSON_OF.formatted(Role.PARTNER, OrganisationKind.PARTNER) + " as partner_person, "
                        + "exists (select 1 from site s where s.archived_at is null) as client_site, "
                        + PERSON_OF.formatted(Role.CLIENT, OrganisationKind.CLIENT) + " as client_person")
                .query((row, number) -> new Taken(
                        id(row.getObject("host", UUID.class)),
                        id(row.getObject("partner", UUID.class)),
                        id(row.getObject("client", UUID.class)),
                        row.getBoolean("compliance"),
                        row.getBoolean("warehouse"),
                        row.getBoolean("partner_person"),
                        row.getBoolean("client_site"),
                        row.getBoolean("client_person")))
                .single();
    }

    private static String first(OrganisationKind kind) {
        return "(select id from organisation where kind = '" + kind
                + "' and archived_at is null order by name, id fetch first 1 rows only)";
    }

    private static @Nullable OrganisationId id(@Nullable UUID value) {
        return value == null ? null : new OrganisationId(value);
    }
}

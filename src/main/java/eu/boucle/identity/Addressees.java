package eu.boucle.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may be written to. People of whom nobody knows whether they will come, without a password yet, are told nothing. */
@Service
@Transactional(readOnly = true)
public class Addressees {

    private static final String PEOPLE = "select p.id, p.email, p.name, p.language, p.told_by_mail from person p ";
    private static final String WHO_COMES = " p.enabled and p.password_hash is not null and p.told_by_mail";

    private final JdbcClient jdbc;

    Addressees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Unless disabled. Whether she wants to be told is for the caller to look at. */
    public Optional<Addressee> person(UUID id) {
        return jdbc.sql(PEOPLE + "where p.id = ? and p.enabled")
                .param(id)
                .query(Addressees::person)
                .optional();
    }

    /** Those in this role who want to be told, wherever they belong. */
    public List<Addressee> inRole(Role role) {
        return jdbc.sql(PEOPLE + "join person_role r on r.person_id = p.id where r.role = ? and" + WHO_COMES)
                .param(role.name())
                .query(Addressees::person)
                .list();
    }

    /** Those of the organisation in this role who want to be told. */
    public List<Addressee> inRole(Role role, OrganisationId organisation) {
        return jdbc.sql(PEOPLE + "join person_role r on r.person_id = p.id"
                        + " join person_organisation o on o.person_id = p.id"
                        + " where r.role = ? and o.organisation_id = ? and" + WHO_COMES)
                .params(role.name(), organisation.value())
                .query(Addressees::person)
                .list();
    }

    /** The contacts whom the organisation wants told about this, in its language. */
    public List<Addressee> contacts(OrganisationId organisation, Topic topic) {
        return ofOrganisation(
                organisation,
                switch (topic) {
                    case PROGRESS -> " and c.tell_progress";
                    case CERTIFICATES -> " and c.tell_certificates";
                    case INCIDENTS -> " and c.tell_incidents";
                });
    }

    /** A contact by its key, as long as the organisation names it. */
    public Optional<Addressee> contact(OrganisationId organisation, String key) {
        return ofOrganisation(organisation, "").stream()
                .filter(contact -> key.equals(contact.contact()))
                .findFirst();
    }

    private List<Addressee> ofOrganisation(OrganisationId organisation, String condition) {
        return jdbc.sql("select c.email, c.name, o.language from organisation_contact c"
                        + " join organisation o on o.id = c.organisation_id"
                        + " where c.organisation_id = ? and c.email <> ''" + condition + " order by c.position")
                .param(organisation.value())
                .query(Addressees::contact)
                .list();
    }

    private static Addressee person(ResultSet row, int number) throws SQLException {
        return new Addressee(
                row.getObject("id", UUID.class),
                null,
                row.getString("email"),
                row.getString("name"),
                Language.valueOf(row.getString("language")),
                row.getBoolean("told_by_mail"));
    }

    private static Addressee contact(ResultSet row, int number) throws SQLException {
        String email = row.getString("email");
        return new Addressee(
                null,
                Secrets.sha256(email.toLowerCase(Locale.ROOT)),
                email,
                row.getString("name"),
                Language.valueOf(row.getString("language")),
                true);
    }
}

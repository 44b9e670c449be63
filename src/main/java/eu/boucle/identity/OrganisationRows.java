package eu.boucle.identity;

import eu.boucle.shared.Invalid;
import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Siret;
import eu.boucle.shared.Slice;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Organisations and their contacts as rows. */
@Component
class OrganisationRows {

    private final JdbcClient jdbc;

    OrganisationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Slice<OrganisationView> page(@Nullable OrganisationKind kind, boolean archived, @Nullable String after, int most) {
        Place from = after == null ? new Place("", new UUID(0, 0)) : Place.of(after);
        List<OrganisationView> found = jdbc.sql("select * from organisation where (:every or kind = :kind)"
                        + " and (:archived or archived_at is null)"
                        + " and (:start or name > :name or (name = :name and id > :id))"
                        + " order by name, id fetch first :most rows only")
                .param("every", kind == null)
                .param("kind", kind == null ? "" : kind.name())
                .param("archived", archived)
                .param("start", after == null)
                .param("name", from.name())
                .param("id", from.id())
                .param("most", most + 1)
                .query(Organisations::organisation)
                .list();
        if (found.size() <= most) {
            return new Slice<>(found, null);
        }
        List<OrganisationView> items = List.copyOf(found.subList(0, most));
        OrganisationView last = items.getLast();
        return new Slice<>(items, new Place(last.name(), last.id().value()).cursor());
    }

    Optional<OrganisationRecord> record(OrganisationId id) {
        List<ToldContact> contacts = jdbc.sql(
                        "select * from organisation_contact where organisation_id = ? order by position")
                .param(id.value())
                .query(OrganisationRows::contact)
                .list();
        return jdbc.sql("select * from organisation where id = ?")
                .param(id.value())
                .query((row, number) -> new OrganisationRecord(
                        Organisations.organisation(row, number),
                        row.getString("vat_number"),
                        contacts,
                        row.getObject("media_days", Integer.class),
                        row.getLong("version")))
                .optional();
    }

    Optional<OrganisationView> bySiret(OrganisationKind kind, Siret siret) {
        return jdbc.sql("select * from organisation where kind = ? and siret = ? and archived_at is null"
                        + " order by name, id fetch first 1 rows only")
                .params(kind.name(), siret.value())
                .query(Organisations::organisation)
                .optional();
    }

    boolean hostExists() {
        return jdbc.sql("select count(*) from organisation where kind = 'HOST'")
                        .query(Long.class)
                        .single()
                > 0;
    }

    void insert(OrganisationId id, WriteOrganisation said) {
        PostalAddress address = SiteDesk.stripped(said.address());
        jdbc.sql("insert into organisation (id, kind, name, siret, vat_number, street, postal_code, city, country,"
                        + " language) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(id.value())
                .param(said.kind().name())
                .param(said.name())
                .param(text(said.siret()))
                .param(said.vatNumber())
                .param(address.street())
                .param(address.postalCode())
                .param(address.city())
                .param(address.country())
                .param(said.language().name())
                .update();
    }

    /** @return false when somebody else was faster, or it is archived */
    boolean update(OrganisationId id, WriteOrganisation said, long version) {
        PostalAddress address = SiteDesk.stripped(said.address());
        return jdbc.sql("update organisation set name = ?, siret = ?, vat_number = ?, street = ?, postal_code = ?,"
                                + " city = ?, country = ?, language = ?, version = version + 1"
                                + " where id = ? and version = ? and archived_at is null")
                        .param(said.name())
                        .param(text(said.siret()))
                        .param(said.vatNumber())
                        .param(address.street())
                        .param(address.postalCode())
                        .param(address.city())
                        .param(address.country())
                        .param(said.language().name())
                        .param(id.value())
                        .param(version)
                        .update()
                == 1;
    }

    /** @return false when somebody else was faster, or it is archived */
    boolean updateTerms(OrganisationId id, Language language, @Nullable Integer mediaDays, long version) {
        return jdbc.sql("update organisation set language = ?, media_days = ?, version = version + 1"
                                + " where id = ? and version = ? and archived_at is null")
                        .param(language.name())
                        .param(mediaDays)
                        .param(id.value())
                        .param(version)
                        .update()
                == 1;
    }

    /** @return false when it was archived before */
    boolean archive(OrganisationId id, Instant at) {
        return jdbc.sql("update organisation set archived_at = ?, version = version + 1"
                                + " where id = ? and archived_at is null")
                        .params(at.atOffset(ZoneOffset.UTC), id.value())
                        .update()
                == 1;
    }

    void replaceContacts(OrganisationId id, List<ToldContact> contacts) {
        jdbc.sql("delete from organisation_contact where organisation_id = ?")
                .param(id.value())
                .update();
        for (int i = 0; i < contacts.size(); i++) {
            ToldContact contact = contacts.get(i);
            jdbc.sql("insert into organisation_contact (organisation_id, position, name, email, phone, tell_progress,"
                            + " tell_certificates, tell_incidents) values (?, ?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            id.value(),
                            i,
                            contact.name(),
                            contact.email(),
                            contact.phone(),
                            contact.topics().contains(Topic.PROGRESS),
                            contact.topics().contains(Topic.CERTIFICATES),
                            contact.topics().contains(Topic.INCIDENTS))
                    .update();
        }
    }

    private static @Nullable String text(@Nullable Siret siret) {
        return siret == null ? null : siret.value();
    }

    private static ToldContact contact(ResultSet row, int number) throws SQLException {
        Set<Topic> topics = EnumSet.noneOf(Topic.class);
        if (row.getBoolean("tell_progress")) {
            topics.add(Topic.PROGRESS);
        }
        if (row.getBoolean("tell_certificates")) {
            topics.add(Topic.CERTIFICATES);
        }
        if (row.getBoolean("tell_incidents")) {
            topics.add(Topic.INCIDENTS);
        }
        return new ToldContact(row.getString("name"), row.getString("email"), row.getString("phone"), topics);
    }

    /** Where a list goes on. */
    private record Place(String name, UUID id) {

        static Place of(String cursor) {
            try {
                String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
                int bar = text.lastIndexOf('|');
                return new Place(text.substring(0, bar), UUID.fromString(text.substring(bar + 1)));
            } catch (RuntimeException e) {
                throw Invalid.field("after", "CURSOR_WRONG", cursor);
            }
        }

        String cursor() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((name + "|" + id).getBytes(StandardCharsets.UTF_8));
        }
    }
}

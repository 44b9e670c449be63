package eu.boucle.identity;

import eu.boucle.identity.PersonView.Membership;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** People by name, for administrators: three statements a page, however many there are. */
@Service
@Transactional(readOnly = true)
public class PeopleList {

    private static final int LONGEST_WORDS = 80;

    private static final String ROWS = "select p.id, p.email, p.name, p.language, p.enabled,"
            + " case when p.password_hash is null then 0 else 1 end as has_password,"
            + " (select count(*) from second_factor f where f.person_id = p.id and f.confirmed_at is not null) as factors,"
            + " (select max(s.happened_at) from sign_in s where s.person_id = p.id and s.outcome = 'SIGNED_IN') as last_in"
            + " from person p where 1 = 1";

    private final JdbcClient jdbc;

    PeopleList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Slice<PersonView> page(PersonFilter filter, @Nullable String after, int limit, Actor by) {
        by.require(Role.ADMIN);
        int size = Math.clamp(limit, 1, Slice.MOST);
        StringBuilder sql = new StringBuilder(ROWS);
        Map<String, Object> values = new HashMap<>();
        conditions(filter, sql, values);
        if (after != null) {
            Cursor cursor = Cursor.parse(after);
            sql.append(" and (p.name > :name or (p.name = :name and p.id > :id))");
            values.put("name", cursor.key());
            values.put("id", cursor.id());
        }
        sql.append(" order by p.name, p.id limit ").append(size + 1);
        List<Row> rows =
                jdbc.sql(sql.toString()).params(values).query(PeopleList::row).list();
        List<PersonView> people = views(rows.size() > size ? rows.subList(0, size) : rows);
        if (rows.size() <= size) {
            return new Slice<>(people, null);
        }
        PersonView last = people.getLast();
        return new Slice<>(people, new Cursor(last.name(), last.id()).toString());
    }

    /** @throws NotFound when nobody has this id */
    public PersonView person(UUID id, Actor by) {
        by.require(Role.ADMIN);
        List<Row> rows = jdbc.sql(ROWS + " and p.id = :id")
                .param("id", id)
                .query(PeopleList::row)
                .list();
        return views(rows).stream().findFirst().orElseThrow(NotFound::new);
    }

    /** Every organisation that somebody can be given to, archived ones not: the host, then clients and partners by name. */
    public List<Membership> organisations(Actor by) {
        by.require(Role.ADMIN);
        return jdbc.sql("select id, kind, name from organisation where archived_at is null"
                        + " order by case kind when 'HOST' then 0 when 'CLIENT' then 1 else 2 end, name, id")
                .query((row, number) -> membership(row))
                .list();
    }

    private static Membership membership(ResultSet row) throws SQLException {
        return new Membership(
                new OrganisationId(row.getObject("id", UUID.class)),
                OrganisationKind.valueOf(row.getString("kind")),
                row.getString("name"));
    }

    private static void conditions(PersonFilter filter, StringBuilder sql, Map<String, Object> values) {
        if (filter.role() != null) {
            sql.append(" and exists (select 1 from person_role r where r.person_id = p.id and r.role = :role)");
            values.put("role", filter.role().name());
        }
        if (filter.organisation() != null) {
            sql.append(" and exists (select 1 from person_organisation o where o.person_id = p.id"
                    + " and o.organisation_id = :organisation)");
            values.put("organisation", filter.organisation().value());
        }
        if (filter.state() != null) {
            sql.append(
                    switch (filter.state()) {
                        case INVITED -> " and p.enabled and p.password_hash is null";
                        case ACTIVE -> " and p.enabled and p.password_hash is not null";
                        case DISABLED -> " and not p.enabled";
                    });
        }
        if (filter.words() != null && !filter.words().isBlank()) {
            sql.append(" and (lower(p.name) like :words escape '!' or p.email like :words escape '!')");
            values.put("words", contained(filter.words().strip().toLowerCase(Locale.ROOT)));
        }
    }

    private static String contained(String words) {
        String bounded = words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words;
        return "%"
                + bounded.replace("\u0000", "")
                        .replace("!", "!!")
                        .replace("%", "!%")
                        .replace("_", "!_")
                + "%";
    }

    private List<PersonView> views(List<Row> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        List<UUID> ids = rows.stream().map(Row::id).toList();
        Map<UUID, List<Role>> roles = new HashMap<>();
        jdbc.sql("select person_id, role from person_role where person_id in (:ids)")
                .param("ids", ids)
                .query(row -> {
                    roles.computeIfAbsent(row.getObject("person_id", UUID.class), id -> new ArrayList<>())
                            .add(Role.valueOf(row.getString("role")));
                });
        Map<UUID, List<Membership>> organisations = new HashMap<>();
        jdbc.sql("select m.person_id, o.id, o.kind, o.name from person_organisation m"
                        + " join organisation o on o.id = m.organisation_id where m.person_id in (:ids)"
                        + " order by o.name, o.id")
                .param("ids", ids)
                .query(row -> {
                    organisations
                            .computeIfAbsent(row.getObject("person_id", UUID.class), id -> new ArrayList<>())
                            .add(membership(row));
                });
        return rows.stream()
                .map(row -> row.view(
                        roles.getOrDefault(row.id(), List.of()).stream()
                                .sorted()
                                .toList(),
                        organisations.getOrDefault(row.id(), List.of())))
                .toList();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        OffsetDateTime last = row.getObject("last_in", OffsetDateTime.class);
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getString("name"),
                Language.valueOf(row.getString("language")),
                row.getBoolean("enabled"),
                row.getInt("has_password") == 1,
                row.getInt("factors") > 0,
                last == null ? null : last.toInstant());
    }

    private record Row(
            UUID id,
            String email,
            String name,
            Language language,
            boolean enabled,
            boolean hasPassword,
            boolean secondFactor,
            @Nullable Instant lastSignIn) {

        PersonView view(List<Role> roles, List<Membership> organisations) {
            PersonState state =
                    !enabled ? PersonState.DISABLED : hasPassword ? PersonState.ACTIVE : PersonState.INVITED;
            return new PersonView(
                    id, email, name, state, roles, List.copyOf(organisations), language, secondFactor, lastSignIn);
        }
    }
}

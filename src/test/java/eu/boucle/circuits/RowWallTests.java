package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.boucle.circuits.Cast.Player;
import eu.boucle.identity.Accounts;
import eu.boucle.support.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The second wall between organisations, on PostgreSQL, with the application's own filter taken away: a whole job of
 * client A, then every table asked as the application's role in the name of others. The list of tables is the
 * catalogue's, so that a new table cannot be forgotten.
 */
@TestInstance(Lifecycle.PER_CLASS)
class RowWallTests {

    private static final String EVERYTHING = "*";

    /** Who belongs where is read at sign-in, before anybody is known. */
    private static final String ROAD_OF_SIGN_IN = "person_organisation";

    /** What an administrator sets up is no client's data. */
    private static final List<String> SETTINGS =
            List.of("site", "organisation_contact", "default_instruction", "letter");

    private Story story;
    private Connection application;
    private UUID client;
    private UUID other;
    private UUID partner;
    private UUID foreignPartner;

    @BeforeAll
    void aWholeJobOfClientA() throws SQLException {
        story = new Story("row wall", Database.POSTGRESQL);
        String disk = story.serial("D1");
        String reference = story.accepted(
                Story.instruction("ERASE", "HERE", "CLEAR"),
                List.of(
                        Story.server(story.serial("S1"), disk),
                        Story.monitor(story.serial("M1")),
                        Story.monitor(story.serial("M2"))));
        story.tagged(reference);
        story.wiped(Player.WAREHOUSE, disk);
        story.validated(reference);
        String run = story.departed(reference);
        story.finished(reference, run);
        story.submitted(
                Story.instruction("ERASE", "HERE", "CLEAR"),
                List.of(Story.server(story.serial("S9"), story.serial("D9"))));
        client = organisation(Player.CLIENT);
        other = organisation(Player.STRANGER);
        partner = organisation(Player.PARTNER);
        foreignPartner = organisation(Player.FOREIGN_PARTNER);
        Environment settings = Database.POSTGRESQL.application().getEnvironment();
        application = DriverManager.getConnection(
                settings.getRequiredProperty("spring.datasource.url"),
                settings.getRequiredProperty("spring.datasource.username"),
                settings.getRequiredProperty("spring.datasource.password"));
        application.setAutoCommit(false);
    }

    @AfterAll
    void close() throws SQLException {
        application.close();
        story.close();
    }

    @Test
    void theApplicationIsNeitherOwnerNorPastTheWall() throws SQLException {
        assertThat(ask(
                        EVERYTHING,
                        "select rolname from pg_roles where rolname = current_user and (rolsuper or rolbypassrls)"))
                .isEmpty();
        assertThat(ask(
                        EVERYTHING,
                        "select tablename from pg_tables where schemaname = 'public' and tableowner = current_user"))
                .isEmpty();
    }

    @Test
    void everyTableOfAnOrganisationAndEveryTableThatHangsOnOneStandsBehindTheWall() throws SQLException {
        assertThat(beforeTheWall()).isEmpty();
    }

    @Test
    void aTableForgottenIsFound() throws SQLException {
        JdbcClient owner = TestDatabase.owner(Database.POSTGRESQL.application().getEnvironment());
        owner.sql("create table forgotten (organisation_id uuid)").update();
        owner.sql("create table forgotten_line (asset_id uuid references asset)")
                .update();
        try {
            assertThat(beforeTheWall()).containsExactlyInAnyOrder("forgotten", "forgotten_line");
        } finally {
            owner.sql("drop table forgotten, forgotten_line").update();
        }
    }

    @Test
    void theRoadsPastTheWallAreTheseAndNoOthers() throws SQLException {
        assertThat(ask(EVERYTHING, "select viewname from pg_views where schemaname = 'public' order by viewname"))
                .containsExactly(
                        "case_in_engine",
                        "claimed_serial",
                        "registered_serial",
                        "verifiable_certificate",
                        "verifiable_certificate_serial");
        assertThat(ask(
                        EVERYTHING,
                        "select tablename || ' ' || policyname from pg_policies where qual = 'true' order by 1"))
                .containsExactly(ROAD_OF_SIGN_IN + " sign_in");
        assertThat(
                        ask(
                                EVERYTHING,
                                "select proname from pg_proc where pronamespace = 'public'::regnamespace and prosecdef order by 1"))
                .containsExactly(
                        "boucle_client_runs", "boucle_partner_requests", "boucle_partner_runs", "boucle_requests_with");
    }

    @Test
    void withTheFilterRemovedAnotherClientFindsNothingOfA() throws SQLException {
        List<String> held = new ArrayList<>();
        for (String table : tablesOfOrganisations()) {
            String rows = "select count(*) from " + table + " where organisation_id = '" + client + "'";
            int all = count(EVERYTHING, rows);
            if (all > 0) {
                held.add(table);
            }
            assertThat(count(client.toString(), rows))
                    .as("A's own rows of " + table)
                    .isEqualTo(all);
            if (!table.equals(ROAD_OF_SIGN_IN)) {
                assertThat(count(other.toString(), rows)).as("B in " + table).isZero();
                assertThat(count(foreignPartner.toString(), rows))
                        .as("another partner in " + table)
                        .isZero();
                if (!SETTINGS.contains(table)) {
                    assertThat(count("settings", rows))
                            .as("an administrator in " + table)
                            .isZero();
                }
            }
        }
        assertThat(held)
                .as("tables with rows of A, or nothing was shown")
                .contains(
                        "asset",
                        "medium",
                        "certificate",
                        "decommissioning_request",
                        "ledger_entry",
                        "manifest_line",
                        "paper",
                        "process_case");
    }

    @Test
    void whoHasNoRowFindsNoRowInAnyTableBehindTheWall() throws SQLException {
        for (String table : tablesBehindTheWall()) {
            if (!table.equals(ROAD_OF_SIGN_IN)) {
                assertThat(count(UUID.randomUUID().toString(), "select count(*) from " + table))
                        .as(table)
                        .isZero();
            }
        }
    }

    @Test
    void anotherClientChangesNothingOfA() throws SQLException {
        for (String table : List.of("asset", "medium", "decommissioning_request", "certificate", "pickup_run")) {
            assertThat(change(other.toString(), "update " + table + " set version = version + 1"))
                    .as(table)
                    .isZero();
        }
        assertThatThrownBy(() -> change(
                        other.toString(),
                        "insert into site (id, organisation_id, name, street, postal_code, city, country, access) values ('"
                                + UUID.randomUUID() + "', '" + client + "', '', '', '', '', '', '')"))
                .hasMessageContaining("row-level security");
    }

    @Test
    void anAdministratorSetsUpOrganisationsAndPartners() throws SQLException {
        for (String table : List.of("organisation_contact", "default_instruction", "partner_certificate")) {
            assertThat(ask("settings", "select count(*) from " + table))
                    .as(table)
                    .hasSize(1);
        }
        String file = "insert into received_file (id, organisation_id, name, media_type, size, sha256, received_at)"
                + " values ('%s', '%s', 'iso.pdf', 'application/pdf', 1, '%s', now())";
        assertThat(change("settings", file.formatted(UUID.randomUUID(), partner, UUID.randomUUID())))
                .isEqualTo(1);
        assertThatThrownBy(() -> change("settings", file.formatted(UUID.randomUUID(), client, UUID.randomUUID())))
                .hasMessageContaining("row-level security");
    }

    @Test
    void aManifestIsSeenByItsClientsAndItsPartner() throws SQLException {
        String lines = "select count(*) from manifest_line where organisation_id = '" + client + "'";
        assertThat(count(client.toString(), lines)).isEqualTo(3);
        assertThat(count(partner.toString(), lines)).isEqualTo(3);
        assertThat(count(foreignPartner.toString(), lines)).isZero();
        assertThat(count(partner.toString(), "select count(*) from asset where organisation_id = '" + client + "'"))
                .as("the partner sees the requests of its runs, not those that are on none")
                .isEqualTo(3);
        assertThat(count(partner.toString(), "select count(distinct id) from decommissioning_request"))
                .isEqualTo(1);
    }

    @Test
    void withoutAWordNothingIsReadAndTheMistakeIsToldAloud() {
        for (String nobody : List.of("", " ")) {
            assertThatThrownBy(() -> ask(nobody.strip(), "select id from asset"))
                    .hasMessageContaining("boucle.reach");
        }
    }

    @Test
    void theJournalCanBeWrittenAndReadButNotChanged() {
        assertThatThrownBy(() -> ask(EVERYTHING, "update ledger_entry set kind = kind returning position"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> ask(EVERYTHING, "delete from ledger_entry returning position"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> ask(EVERYTHING, "delete from asset_event returning position"))
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() -> ask(EVERYTHING, "alter table ledger_entry disable row level security"))
                .hasMessageContaining("must be owner");
    }

    private UUID organisation(Player player) {
        return Database.POSTGRESQL
                .application()
                .getBean(Accounts.class)
                .byEmail(story.cast.emails.get(player))
                .orElseThrow()
                .organisations()
                .iterator()
                .next()
                .value();
    }

    /** Tables that hold an organisation's rows, or rows that hang on such a row, and have no policy or have it switched off. */
    private List<String> beforeTheWall() throws SQLException {
        return ask(EVERYTHING, """
                with behind as (
                    select c.oid from pg_class c
                    where c.relrowsecurity and exists (select 1 from pg_policy p where p.polrelid = c.oid)
                )
                select distinct c.relname from pg_class c
                left join pg_attribute a on a.attrelid = c.oid and a.attname = 'organisation_id' and not a.attisdropped
                left join pg_constraint f on f.conrelid = c.oid and f.contype = 'f'
                where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.oid not in (select oid from behind)
                    and (a.attname is not null or f.confrelid in (select oid from behind))
                order by 1
                """);
    }

    private List<String> tablesOfOrganisations() throws SQLException {
        return ask(EVERYTHING, """
                select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid
                where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and a.attname = 'organisation_id'
                order by 1
                """);
    }

    private List<String> tablesBehindTheWall() throws SQLException {
        return ask(EVERYTHING, """
                select relname from pg_class
                where relnamespace = 'public'::regnamespace and relkind = 'r' and relrowsecurity order by 1
                """);
    }

    private int count(String reach, String sql) throws SQLException {
        return Integer.parseInt(ask(reach, sql).getFirst());
    }

    private List<String> ask(String reach, String sql) throws SQLException {
        try (var statement = application.createStatement()) {
            tell(reach);
            ResultSet rows = statement.executeQuery(sql);
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        } finally {
            application.rollback();
        }
    }

    private int change(String reach, String sql) throws SQLException {
        try (var statement = application.createStatement()) {
            tell(reach);
            return statement.executeUpdate(sql);
        } finally {
            application.rollback();
        }
    }

    private void tell(String reach) throws SQLException {
        if (!reach.isEmpty()) {
            try (var statement = application.prepareStatement("select set_config('boucle.reach', ?, true)")) {
                statement.setString(1, reach);
                statement.execute();
            }
        }
    }
}

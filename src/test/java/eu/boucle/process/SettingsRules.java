package eu.boucle.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.boucle.asset.DataAction;
import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.DataPlace;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.decommissioning.Contact;
import eu.boucle.decommissioning.DefaultInstructions;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.decommissioning.WriteRequest;
import eu.boucle.flow.WorkItem;
import eu.boucle.flow.WorkList;
import eu.boucle.identity.Actor;
import eu.boucle.identity.AddSite;
import eu.boucle.identity.ClientTerms;
import eu.boucle.identity.HostCalendar;
import eu.boucle.identity.HostSettings;
import eu.boucle.identity.Language;
import eu.boucle.identity.OrganisationDesk;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.identity.Setting;
import eu.boucle.ledger.Ledger;
import eu.boucle.shared.Delay;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotAllowed;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Period;
import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Problem;
import eu.boucle.shared.Reason;
import eu.boucle.support.Jobs;
import eu.boucle.support.Lots;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the host and its clients set, and what the next case makes of it. */
abstract class SettingsRules {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final PostalAddress LYON = new PostalAddress("1 rue des Essais", "69003", "Lyon", "FR");
    private static final Actor ADMIN = new Actor(UUID.randomUUID(), "Admin", Set.of(Role.ADMIN), Set.of());
    private static final Reason WHY = Reason.of("essai");

    @Autowired
    HostSettings settings;

    @Autowired
    HostCalendar calendar;

    @Autowired
    OrganisationDesk organisations;

    @Autowired
    Organisations places;

    @Autowired
    DefaultInstructions defaults;

    @Autowired
    RequestDesk requests;

    @Autowired
    WorkList work;

    @Autowired
    RuntimeService engine;

    @Autowired
    Jobs jobs;

    @Autowired
    Lots lots;

    @Autowired
    Ledger ledger;

    /** All tests of one database share one application. */
    @AfterEach
    void asShipped() {
        Map<Setting, String> usual = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            usual.put(setting, setting.usual());
        }
        settings.change(usual, WHY, ADMIN);
    }

    @Test
    void aChangeIsKeptWithWhoWhenAndWhy() {
        int before = settings.history(null, 200, ADMIN).items().size();
        settings.change(
                Map.of(Setting.TREATMENT_REMINDER, "30 days", Setting.WEIGHT_TOLERANCE, "12,50"),
                Reason.of("accord du comité"),
                ADMIN);

        assertThat(settings.delay(Setting.TREATMENT_REMINDER)).isEqualTo(Delay.of("30 days"));
        assertThat(settings.percent(Setting.WEIGHT_TOLERANCE)).isEqualByComparingTo("12.5");
        List<HostSettings.Change> history = settings.history(null, 200, ADMIN).items();
        assertThat(history).hasSize(before + 2);
        assertThat(history.subList(0, 2)).allSatisfy(change -> {
            assertThat(change.reason()).isEqualTo("accord du comité");
            assertThat(change.by()).isEqualTo(ADMIN.person());
            assertThat(change.before()).isEqualTo(change.setting().usual());
        });
        assertThat(ledger.about(UUID.nameUUIDFromBytes("setting/TREATMENT_REMINDER".getBytes())))
                .last()
                .satisfies(entry -> assertThat(entry.facts()).contains("30 days"));
        settings.change(Map.of(Setting.TREATMENT_REMINDER, "30 days"), WHY, ADMIN);
        assertThat(settings.history(null, 200, ADMIN).items()).hasSize(before + 2);
        assertThat(settings.history(null, 1, ADMIN).next()).isNotNull();
    }

    @Test
    void whatIsWrongIsSaidByTheNameOfTheSettingAndNothingIsKept() {
        assertThatThrownBy(() -> settings.change(
                        Map.of(
                                Setting.VALIDATION, "soon",
                                Setting.MASS_BALANCE_TOLERANCE, "101",
                                Setting.HOLIDAYS, "Mars",
                                Setting.CLOSED_DAYS, "24/12/2026",
                                Setting.REVIEW_REMINDER, "3 days"),
                        WHY,
                        ADMIN))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(Problem::path)
                                .containsExactlyInAnyOrder(
                                        "VALIDATION", "MASS_BALANCE_TOLERANCE", "HOLIDAYS", "CLOSED_DAYS"));
        assertThatThrownBy(() -> settings.change(Map.of(Setting.MEDIA_REMINDER, "15 working days"), WHY, ADMIN))
                .hasMessageContaining("DELAY_ORDER");
        assertThat(settings.text(Setting.REVIEW_REMINDER)).isEqualTo(Setting.REVIEW_REMINDER.usual());
    }

    @Test
    void onlyTheAdministratorSets() {
        assertThatThrownBy(() -> settings.change(Map.of(), WHY, Lots.officer())).isInstanceOf(NotAllowed.class);
        assertThat(settings.all(Lots.officer())).hasSize(Setting.values().length);
        assertThatThrownBy(() -> settings.all(Lots.storekeeper())).isInstanceOf(NotAllowed.class);
    }

    @Test
    void closedDaysAndTheRegionsDaysAreNotWorked() {
        LocalDate tuesday = LocalDate.of(2026, 12, 22);
        LocalDate goodFriday = LocalDate.of(2026, 4, 3);
        assertThat(calendar.works(tuesday)).isTrue();
        assertThat(calendar.works(goodFriday)).isTrue();
        settings.change(
                Map.of(Setting.CLOSED_DAYS, "2026-12-23\n2026-12-22, 2026-12-22", Setting.HOLIDAYS, "67"), WHY, ADMIN);

        assertThat(settings.text(Setting.CLOSED_DAYS)).isEqualTo("2026-12-22 2026-12-23");
        assertThat(calendar.works(tuesday)).isFalse();
        assertThat(calendar.works(goodFriday)).isFalse();
        assertThat(calendar.works(LocalDate.of(2026, 12, 26))).isFalse();
    }

    @Test
    void aChangedDelayMovesTheDueDateOfTheNextCaseAndOfNoOther() {
        RequestView before = submitted(lots.organisation(OrganisationKind.CLIENT));
        Instant due = due(before);
        settings.change(
                Map.of(Setting.REVIEW_REMINDER, "20 working days", Setting.REVIEW_ESCALATION, "30 working days"),
                WHY,
                ADMIN);
        RequestView after = submitted(lots.organisation(OrganisationKind.CLIENT));

        assertThat(due(before)).isEqualTo(due);
        assertThat(Duration.between(due, due(after))).isGreaterThan(Duration.ofDays(20));
    }

    private Instant due(RequestView request) {
        return work.of(Lots.officer()).stream()
                .filter(item -> item.kind().equals("reviewRequest")
                        && item.subject().equals(request.id().value()))
                .findFirst()
                .map(WorkItem::due)
                .orElseThrow();
    }

    @Test
    void aClientsOwnDelayDecidesWhenItsMediaAreDue() {
        UUID usual = lots.organisation(OrganisationKind.CLIENT);
        UUID hurried = lots.organisation(OrganisationKind.CLIENT);
        organisations.settle(
                new OrganisationId(hurried), new ClientTerms(Language.FR, 3, List.of()), null, Lots.officer());

        Instant start = Instant.now();
        assertThat(day(mediaDue(hurried))).isEqualTo(day(calendar.after(start, Delay.workingDays(3))));
        assertThat(day(mediaDue(usual))).isEqualTo(day(calendar.after(start, settings.delay(Setting.MEDIA_REMINDER))));
    }

    private Instant mediaDue(UUID client) {
        String serial = serial();
        RequestView request =
                lots.accepted(client, List.of(Lots.line("server-rack", serial, List.of(Lots.disk(serial + "D")))));
        jobs.runAll();
        String instance = engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(request.id().value().toString())
                .singleResult()
                .getId();
        return ((Date) engine.getVariable(instance, "mediaDueAt")).toInstant();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, PARIS);
    }

    @Test
    void aClientSettlesItsLanguageAndContactsButNotItsDelay() {
        OrganisationId client = new OrganisationId(lots.organisation(OrganisationKind.CLIENT));
        Actor own = Lots.client(client.value());
        organisations.settle(client, new ClientTerms(Language.EN, null, List.of()), null, own);

        assertThat(places.organisation(client).language()).isEqualTo(Language.EN);
        assertThatThrownBy(() -> organisations.settle(client, new ClientTerms(Language.EN, 1, List.of()), null, own))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("TERMS_ARE_STAFFS");
        assertThatThrownBy(() -> organisations.settle(
                        client, new ClientTerms(Language.FR, null, List.of()), null, Lots.client(UUID.randomUUID())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> new ClientTerms(Language.FR, 0, List.of())).hasMessageContaining("MEDIA_DAYS_WRONG");
    }

    @Test
    void theUsualInstructionIsTheClientsToDecide() {
        OrganisationId client = new OrganisationId(lots.organisation(OrganisationKind.CLIENT));
        Actor own = Lots.client(client.value());
        DataInstruction purge = new DataInstruction(DataAction.ERASE, DataPlace.HERE, SanitizationLevel.PURGE);
        assertThat(defaults.of(client, own)).isEmpty();
        defaults.decide(client, purge, own);
        defaults.decide(client, purge, own);

        assertThat(defaults.of(client, Lots.officer())).contains(purge);
        assertThatThrownBy(() -> defaults.of(client, Lots.client(UUID.randomUUID())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> defaults.decide(
                        client, new DataInstruction(DataAction.ERASE, DataPlace.HERE, SanitizationLevel.DESTROY), own))
                .hasMessageContaining("LEVEL_UNREACHABLE");
        assertThat(defaults.of(client, own)).contains(purge);
        defaults.decide(client, null, own);
        assertThat(defaults.of(client, own)).isEmpty();
        assertThat(ledger.about(client.value()).stream().map(entry -> entry.kind()))
                .containsExactly("DefaultInstructionDecided", "DefaultInstructionDecided");
    }

    private RequestView submitted(UUID client) {
        Actor by = Lots.client(client);
        LocalDate today = LocalDate.now(PARIS);
        RequestView request = requests.write(
                new WriteRequest(
                        null,
                        places.addSite(new AddSite(new OrganisationId(client), "DC1", LYON, ""), by)
                                .id(),
                        new Contact("Ada", "ada@client.example", "+33 1 02 03 04 05"),
                        new Period(today, today.plusDays(10)),
                        new DataInstruction(DataAction.NONE, DataPlace.HERE, SanitizationLevel.CLEAR),
                        "",
                        List.of(Lots.line("monitor", serial(), List.of()))),
                true,
                by);
        jobs.runAll();
        return request;
    }

    private static String serial() {
        return "T" + UUID.randomUUID().toString().substring(0, 10).toUpperCase(Locale.ROOT);
    }
}

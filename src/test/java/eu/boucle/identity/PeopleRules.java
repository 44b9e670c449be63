package eu.boucle.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.boucle.ledger.Ledger;
import eu.boucle.ledger.LedgerEntry;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotAllowed;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Refusal;
import eu.boucle.shared.Slice;
import eu.boucle.shared.StateForbids;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may be invited, what they may hold, and how their proofs work, on both databases. */
abstract class PeopleRules {

    private static final String PASSWORD = "une phrase assez longue";
    private static final PostalAddress ADDRESS = new PostalAddress("1 rue du Port", "59000", "Lille", "FR");

    @Autowired
    People people;

    @Autowired
    PeopleList list;

    @Autowired
    Accounts accounts;

    @Autowired
    ApiTokens tokens;

    @Autowired
    SecondFactors factors;

    @Autowired
    SignInLog signIns;

    @Autowired
    Organisations organisations;

    @Autowired
    OneTimeLinks links;

    @Autowired
    AccountStamps stamps;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Actor admin;
    OrganisationId host;
    OrganisationId client;
    OrganisationId otherClient;
    OrganisationId partner;

    @BeforeEach
    void anAdministrator() {
        host = organisations.host().map(OrganisationView::id).orElseGet(() -> organisation(OrganisationKind.HOST));
        client = organisation(OrganisationKind.CLIENT);
        otherClient = organisation(OrganisationKind.CLIENT);
        partner = organisation(OrganisationKind.PARTNER);
        admin = account(Role.ADMIN, host).actor();
    }

    @Test
    void somebodyInvitedChoosesAPasswordByTheLinkAndIsActive() {
        People.Invited invited = people.invite(invitation("Ana Prat", Set.of(Role.CLIENT), client, otherClient), admin);
        PersonView before = list.person(invited.person(), admin);
        assertThat(before.state()).isEqualTo(PersonState.INVITED);
        assertThat(before.roles()).containsExactly(Role.CLIENT);
        assertThat(before.organisations())
                .extracting(PersonView.Membership::id)
                .containsExactlyInAnyOrder(client, otherClient);

        accounts.choosePassword(secret(invited.link()), PASSWORD);

        assertThat(list.person(invited.person(), admin).state()).isEqualTo(PersonState.ACTIVE);
        assertThat(kinds(invited.person())).containsExactly("PersonInvited", "LinkDrawn", "PasswordChosen");
        assertThat(ledger.about(invited.person()))
                .extracting(LedgerEntry::facts)
                .noneMatch(facts ->
                        facts.contains("Ana") || facts.contains("@") || facts.contains(secret(invited.link())));
    }

    @Test
    void anotherLinkEndsTheOneBefore() {
        People.Invited invited = people.invite(invitation("Ana Prat", Set.of(Role.CLIENT), client), admin);
        OneTimeLinks.Sent again = people.sendLink(invited.person(), admin);

        assertThat(accounts.linkIsOpen(secret(invited.link()))).isFalse();
        assertThat(accounts.linkIsOpen(secret(again))).isTrue();
        assertThat(again.expires())
                .isBetween(
                        clock.instant().plus(Duration.ofDays(6)),
                        clock.instant().plus(Duration.ofDays(8)));
        accounts.choosePassword(secret(again), PASSWORD);
        assertThatThrownBy(() -> accounts.choosePassword(secret(again), PASSWORD))
                .isInstanceOf(NotFound.class);
        assertThat(people.sendLink(invited.person(), admin).expires())
                .isBefore(clock.instant().plus(Duration.ofDays(2)));
    }

    @Test
    void rolesAndOrganisationsStandOnOneSide() {
        assertThat(refused(Set.of(), client)).isEqualTo("roles ROLE_MISSING");
        assertThat(refused(Set.of(Role.CLIENT))).isEqualTo("organisations PERSON_WITHOUT_ORGANISATION");
        assertThat(refused(Set.of(Role.CLIENT), host)).isEqualTo("organisations ORGANISATION_OF_OTHER_SIDE");
        assertThat(refused(Set.of(Role.CLIENT), client, partner)).isEqualTo("organisations ORGANISATION_OF_OTHER_SIDE");
        assertThat(refused(Set.of(Role.PARTNER), client)).isEqualTo("organisations ORGANISATION_OF_OTHER_SIDE");
        assertThat(refused(Set.of(Role.WAREHOUSE), client)).isEqualTo("organisations ORGANISATION_OF_OTHER_SIDE");
        assertThat(refused(Set.of(Role.CLIENT, Role.WAREHOUSE), client, host)).isEqualTo("roles ROLES_OF_TWO_SIDES");
        assertThat(refused(Set.of(Role.CLIENT), OrganisationId.next())).isEqualTo("organisations ORGANISATION_UNKNOWN");
        UUID both = people.invite(invitation("Eve Roy", Set.of(Role.WAREHOUSE, Role.ADMIN), host), admin)
                .person();

        people.changeRights(both, Set.of(Role.COMPLIANCE), Set.of(host), admin);
        people.changeRights(both, Set.of(Role.COMPLIANCE), Set.of(host), admin);

        assertThat(list.person(both, admin).roles()).containsExactly(Role.COMPLIANCE);
        assertThat(kinds(both)).containsExactly("PersonInvited", "LinkDrawn", "PersonRolesChanged");
    }

    @Test
    void anAddressAndANameAreChecked() {
        assertThat(refused(new InvitePerson("nobody", "A", Set.of(Role.CLIENT), Set.of(client), Language.FR)))
                .isEqualTo("email EMAIL_WRONG");
        assertThat(refused(new InvitePerson("a\nBcc:x@y", "A", Set.of(Role.CLIENT), Set.of(client), Language.FR)))
                .isEqualTo("email EMAIL_WRONG");
        assertThat(refused(new InvitePerson(email(), " ", Set.of(Role.CLIENT), Set.of(client), Language.FR)))
                .isEqualTo("name TEXT_MISSING");
        assertThat(refused(new InvitePerson(email(), "A\r\nB", Set.of(Role.CLIENT), Set.of(client), Language.FR)))
                .isEqualTo("name NAME_WRONG");
        AccountView taken = account(Role.CLIENT, client);
        assertThatThrownBy(() -> people.invite(
                        new InvitePerson(taken.email(), "A", Set.of(Role.CLIENT), Set.of(client), Language.FR), admin))
                .isInstanceOf(StateForbids.class);
    }

    @Test
    void theLastActiveAdministratorStays() {
        jdbc.sql("delete from person_role where role = 'ADMIN' and person_id <> ?")
                .param(admin.person())
                .update();
        people.invite(invitation("Not yet", Set.of(Role.ADMIN), host), admin);

        assertThat(codeOf(() -> people.disable(admin.person(), admin))).isEqualTo("LAST_ADMIN");
        assertThat(codeOf(() -> people.changeRights(admin.person(), Set.of(Role.WAREHOUSE), Set.of(host), admin)))
                .isEqualTo("LAST_ADMIN");
        Actor second = account(Role.ADMIN, host).actor();
        people.disable(admin.person(), second);
        assertThat(codeOf(() -> people.disable(second.person(), second))).isEqualTo("LAST_ADMIN");
        people.enable(admin.person(), second);
        assertThat(kinds(admin.person())).containsExactly("PersonDisabled", "PersonEnabled");
    }

    @Test
    void twoAdministratorsWhoShutEachOtherOutLeaveOne() throws Exception {
        for (int round = 0; round < 5; round++) {
            Actor one = account(Role.ADMIN, host).actor();
            Actor other = account(Role.ADMIN, host).actor();
            jdbc.sql("delete from person_role where role = 'ADMIN' and person_id not in (?, ?)")
                    .params(one.person(), other.person())
                    .update();
            try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
                List<Callable<String>> both = List.of(
                        () -> codeOf(() -> people.disable(one.person(), other)),
                        () -> codeOf(() -> people.disable(other.person(), one)));
                List<String> said = new ArrayList<>();
                for (Future<String> future : pool.invokeAll(both)) {
                    said.add(future.get());
                }
                assertThat(said).containsExactlyInAnyOrder("", "LAST_ADMIN");
            }
        }
    }

    @Test
    void whoIsDisabledIsOutByEveryDoor() {
        People.Invited invited = people.invite(invitation("Ana Prat", Set.of(Role.CLIENT), client), admin);
        AccountView person = accounts.byPerson(invited.person()).orElseThrow();
        NewToken token = tokens.issue(new IssueToken("t", Set.of(TokenScope.READ), 1), person.actor());
        people.disable(invited.person(), admin);

        assertThat(tokens.holder(token.secret())).isEmpty();
        assertThat(accounts.linkIsOpen(secret(invited.link()))).isFalse();
        assertThat(codeOf(() -> people.sendLink(invited.person(), admin))).isEqualTo("PERSON_DISABLED");
        people.enable(invited.person(), admin);
        assertThat(tokens.holder(token.secret())).isPresent();
    }

    @Test
    void onlyAdministratorsHandlePeople() {
        Actor officer = account(Role.COMPLIANCE, host).actor();
        UUID somebody = account(Role.CLIENT, client).person();
        List<org.assertj.core.api.ThrowableAssert.ThrowingCallable> verbs = List.of(
                () -> people.invite(invitation("A B", Set.of(Role.ADMIN), host), officer),
                () -> people.sendLink(somebody, officer),
                () -> people.changeRights(somebody, Set.of(Role.CLIENT), Set.of(client), officer),
                () -> people.disable(somebody, officer),
                () -> people.enable(somebody, officer),
                () -> people.signOutEverywhere(somebody, officer),
                () -> factors.reset(somebody, officer),
                () -> tokens.of(somebody, officer),
                () -> tokens.revoke(UUID.randomUUID(), somebody, officer),
                () -> list.page(PersonFilter.everybody(), null, 10, officer),
                () -> list.person(somebody, officer),
                () -> list.organisations(officer),
                () -> signIns.page(null, null, null, 10, officer));
        assertThat(verbs).allSatisfy(verb -> assertThatThrownBy(verb).isInstanceOf(NotAllowed.class));
    }

    @Test
    void theListIsFilteredAndPagedByName() {
        OrganisationId alone = organisation(OrganisationKind.CLIENT);
        for (String name : List.of("Cléo Un", "Alix Deux", "Béa Trois", "Béa Trois", "Dina Quatre")) {
            people.invite(invitation(name, Set.of(Role.CLIENT), alone), admin);
        }
        List<String> names = new ArrayList<>();
        Set<UUID> ids = new HashSet<>();
        String after = null;
        int pages = 0;
        do {
            Slice<PersonView> page =
                    list.page(new PersonFilter(Role.CLIENT, alone, PersonState.INVITED, null), after, 2, admin);
            page.items().forEach(person -> {
                names.add(person.name());
                ids.add(person.id());
            });
            after = page.next();
            pages++;
        } while (after != null);

        assertThat(names).containsExactly("Alix Deux", "Béa Trois", "Béa Trois", "Cléo Un", "Dina Quatre");
        assertThat(ids).hasSize(5);
        assertThat(pages).isEqualTo(3);
    }

    @Test
    void aTokenKnowsItsPersonScopesAndEnd() {
        Actor person = account(Role.CLIENT, client).actor();
        NewToken token = tokens.issue(new IssueToken("quai 2", Set.of(TokenScope.READ), 30), person);

        TokenHolder holder = tokens.holder(token.secret()).orElseThrow();
        assertThat(holder.account().person()).isEqualTo(person.person());
        assertThat(holder.account().organisations()).containsExactly(client);
        assertThat(holder.scopes()).containsExactly(TokenScope.READ);
        assertThat(tokens.holder(token.secret() + "x")).isEmpty();
        assertThat(later(Duration.ofDays(29)).holder(token.secret())).isPresent();
        assertThat(later(Duration.ofDays(31)).holder(token.secret())).isEmpty();
        assertThat(jdbc.sql("select count(*) from api_token where token_hash = ?")
                        .param(token.secret())
                        .query(Long.class)
                        .single())
                .isZero();
        tokens.revoke(token.token().id(), person);
        assertThat(tokens.holder(token.secret())).isEmpty();
        assertThat(tokens.own(person)).isEmpty();
        assertThat(kinds(person.person())).containsExactly("TokenIssued", "TokenRevoked");
    }

    @Test
    void theUseOfATokenIsNotedOnceAnHour() {
        Actor person = account(Role.CLIENT, client).actor();
        NewToken token = tokens.issue(new IssueToken("t", Set.of(TokenScope.READ), 30), person);
        tokens.holder(token.secret());
        Instant first = tokens.own(person).getFirst().lastUsedAt();
        later(Duration.ofMinutes(59)).holder(token.secret());
        assertThat(tokens.own(person).getFirst().lastUsedAt()).isEqualTo(first).isNotNull();

        later(Duration.ofMinutes(61)).holder(token.secret());
        assertThat(tokens.own(person).getFirst().lastUsedAt()).isAfter(first);
    }

    @Test
    void nobodyRevokesWhatIsAnothers() {
        Actor person = account(Role.CLIENT, client).actor();
        Actor other = account(Role.CLIENT, client).actor();
        UUID token = tokens.issue(new IssueToken("t", Set.of(TokenScope.READ), 30), person)
                .token()
                .id();

        assertThatThrownBy(() -> tokens.revoke(token, other)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> tokens.revoke(token, other.person(), admin)).isInstanceOf(NotFound.class);
        tokens.revoke(token, person.person(), admin);
        assertThat(tokens.own(person)).isEmpty();
    }

    @Test
    void aTokenIsRefusedWithEverythingThatIsWrong() {
        Invalid refused = catchThrowableOfType(Invalid.class, () -> new IssueToken(" ", Set.of(), 366));
        assertThat(refused.problems())
                .extracting(problem -> problem.path() + " " + problem.code())
                .containsExactly("name TEXT_MISSING", "scopes SCOPE_MISSING", "days DAYS_WRONG");
    }

    @Test
    void eachCodeOfTheGeneratorWorksOnce() {
        UUID person = account(Role.CLIENT, client).person();
        String secret = factors.begin(person).secret();
        assertThat(factors.begin(person).secret()).isEqualTo(secret);
        assertThat(factors.has(person)).isFalse();
        assertThat(codeOf(() -> factors.confirm(person, "000000x"))).isEqualTo("CODE_WRONG");
        long step = clock.instant().getEpochSecond() / 30;

        List<String> codes = factors.confirm(person, Totp.code(secret, step - 1));
        assertThat(codes).hasSize(10).doesNotHaveDuplicates();
        assertThat(factors.has(person)).isTrue();
        assertThat(factors.accepts(person, Totp.code(secret, step - 1))).isFalse();
        assertThat(factors.accepts(person, Totp.code(secret, step))).isTrue();
        assertThat(factors.accepts(person, Totp.code(secret, step))).isFalse();
        assertThat(codeOf(() -> factors.begin(person))).isEqualTo("SECOND_FACTOR_SET");
    }

    @Test
    void eachRecoveryCodeWorksOnceHoweverItIsTyped() {
        UUID person = account(Role.CLIENT, client).person();
        List<String> codes = withFactor(person);

        assertThat(factors.accepts(
                        person, codes.get(3).toLowerCase(java.util.Locale.ROOT).replace("-", " ")))
                .isTrue();
        assertThat(factors.accepts(person, codes.get(3))).isFalse();
        assertThat(factors.recoveryCodesLeft(person)).isEqualTo(9);
        UUID other = account(Role.CLIENT, client).person();
        withFactor(other);
        assertThat(factors.accepts(other, codes.get(4))).isFalse();
        List<String> renewed = factors.renewRecoveryCodes(person, codes.get(5));
        assertThat(factors.accepts(person, codes.get(6))).isFalse();
        assertThat(factors.accepts(person, renewed.getFirst())).isTrue();
        assertThat(kinds(person))
                .containsExactly(
                        "SecondFactorSet",
                        "RecoveryCodeUsed",
                        "RecoveryCodeUsed",
                        "RecoveryCodesDrawn",
                        "RecoveryCodeUsed");
    }

    @Test
    void aSecondFactorGoesByACodeOrByAnAdministrator() {
        AccountView account = account(Role.CLIENT, client);
        List<String> codes = withFactor(account.person());
        assertThat(codeOf(() -> factors.remove("0000-0000-0000", account.actor())))
                .isEqualTo("CODE_WRONG");
        factors.remove(codes.getFirst(), account.actor());
        assertThat(factors.has(account.person())).isFalse();

        withFactor(account.person());
        factors.reset(account.person(), admin);
        assertThat(factors.has(account.person())).isFalse();
        assertThat(codeOf(() -> factors.reset(account.person(), admin))).isEqualTo("SECOND_FACTOR_NOT_SET");
    }

    @Test
    void whoMustHaveASecondFactorCannotTakeItAway() {
        AccountView account = account(Role.COMPLIANCE, host);
        SecondFactors strict = new SecondFactors(
                jdbc, accounts, new SecondFactorPolicy(Set.of(Role.COMPLIANCE)), stamps, events, clock);
        List<String> codes = withFactor(account.person());

        assertThat(codeOf(() -> strict.remove(codes.getFirst(), account.actor())))
                .isEqualTo("SECOND_FACTOR_REQUIRED");
    }

    @Test
    void signInsAreKeptForTheirTime() {
        UUID person = account(Role.CLIENT, client).person();
        signIns.note(SignInOutcome.WRONG_PASSWORD, person, "192.0.2.7", "Firefox 142 · Linux");
        signIns.note(SignInOutcome.SIGNED_IN, person, "192.0.2.7", "x".repeat(500));
        assertThat(signIns.page(person, SignInOutcome.WRONG_PASSWORD, null, 10, admin)
                        .items())
                .singleElement()
                .satisfies(one -> assertThat(one.address()).isEqualTo("192.0.2.7"));
        Slice<SignInView> first = signIns.page(person, null, null, 1, admin);
        assertThat(first.items()).extracting(SignInView::outcome).containsExactly(SignInOutcome.SIGNED_IN);
        assertThat(signIns.page(person, null, first.next(), 1, admin).items())
                .extracting(SignInView::outcome)
                .containsExactly(SignInOutcome.WRONG_PASSWORD);
        assertThat(list.person(person, admin).lastSignIn()).isNotNull();

        signIns.forget();
        assertThat(signIns.page(person, null, null, 10, admin).items()).hasSize(2);
        new SignInLog(jdbc, Clock.offset(clock, Duration.ofDays(181)), Duration.ofDays(180)).forget();
        assertThat(signIns.page(person, null, null, 10, admin).items()).isEmpty();
    }

    private ApiTokens later(Duration time) {
        return new ApiTokens(jdbc, stamps, events, Clock.offset(clock, time));
    }

    private List<String> withFactor(UUID person) {
        String secret = factors.begin(person).secret();
        return factors.confirm(person, Totp.code(secret, clock.instant().getEpochSecond() / 30));
    }

    private String refused(Set<Role> roles, OrganisationId... in) {
        return refused(new InvitePerson(email(), "Ana Prat", roles, Set.of(in), Language.FR));
    }

    private String refused(InvitePerson command) {
        return catchThrowableOfType(Invalid.class, () -> people.invite(command, admin)).problems().stream()
                .map(problem -> problem.path() + " " + problem.code())
                .findFirst()
                .orElse("");
    }

    /** Empty when nothing was refused. */
    private static String codeOf(Runnable verb) {
        try {
            verb.run();
            return "";
        } catch (Invalid invalid) {
            return invalid.problems().getFirst().code();
        } catch (Refusal refusal) {
            return refusal.code();
        }
    }

    private List<String> kinds(UUID person) {
        return ledger.about(person).stream().map(LedgerEntry::kind).toList();
    }

    private static String secret(OneTimeLinks.Sent link) {
        return String.valueOf(link.address()).replaceAll(".*/", "");
    }

    private InvitePerson invitation(String name, Set<Role> roles, OrganisationId... in) {
        return new InvitePerson(email(), name, roles, Set.of(in), Language.FR);
    }

    private AccountView account(Role role, OrganisationId in) {
        return accounts.open(
                new OpenAccount(email(), "Person of tests", PASSWORD, Set.of(role), Set.of(in), Language.FR));
    }

    private static String email() {
        return UUID.randomUUID() + "@test.example";
    }

    private OrganisationId organisation(OrganisationKind kind) {
        return organisations
                .found(OrganisationId.next(), kind, kind + " of tests", null, ADDRESS, Language.FR)
                .id();
    }
}

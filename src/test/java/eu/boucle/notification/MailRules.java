package eu.boucle.notification;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.identity.AccountView;
import eu.boucle.identity.Addressees;
import eu.boucle.identity.InvitePerson;
import eu.boucle.identity.Language;
import eu.boucle.identity.People;
import eu.boucle.identity.Role;
import eu.boucle.support.Visitor;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Letters are kept with the fact, leave once from whichever node, and reach nobody else, on both databases. */
abstract class MailRules extends WithMail {

    private static final Pattern LINK =
            Pattern.compile("https://boucle\\.hosting\\.example(/welcome/[A-Za-z0-9_-]{40,})");

    @Autowired
    People people;

    @Autowired
    Outbox outbox;

    @Autowired
    Letters letters;

    @Autowired
    Addressees addressees;

    @Autowired
    List<LetterWriter> writers;

    @Autowired
    LetterPress press;

    @Autowired
    JavaMailSender mail;

    @Autowired
    MessageSource messages;

    @Autowired
    PlatformTransactionManager transactions;

    AccountView admin;

    @BeforeEach
    void anAdministrator() {
        admin = person(Role.ADMIN, host, Language.FR);
    }

    @Test
    void somebodyInvitedGetsHerLinkByMailAndComesIn() {
        Visitor office = new Visitor(port);
        office.signIn(admin.email(), PASSWORD);
        assertThat(office.get("/people/new").body()).contains("par courriel");
        String email = address();
        String page = Visitor.location(office.post(
                "/people",
                Map.of(
                        "name", "Ana Prat",
                        "email", email,
                        "language", "FR",
                        "roles", "CLIENT",
                        "organisations", client.toString())));
        assertThat(office.get(page).body()).contains(email).doesNotContain("/welcome/");
        assertThat(Mailbox.of(email)).isEmpty();

        round.go();

        MimeMessage letter = Mailbox.of(email).getFirst();
        assertThat(Mailbox.header(letter, "Auto-Submitted")).isEqualTo("auto-generated");
        assertThat(Mailbox.header(letter, "From")).contains("<boucle@hosting.example>");
        String link = link(letter);
        assertThat(everythingKept()).doesNotContain(link.substring("/welcome/".length()), email, "Ana");

        Visitor ana = new Visitor(port);
        ana.get(link);
        ana.post(link, Map.of("password", "trois canards au lac", "again", "trois canards au lac"));
        assertThat(ana.signIn(email, "trois canards au lac").statusCode()).isEqualTo(302);
        assertThat(ana.get("/sites").statusCode()).isEqualTo(200);
        round.go();
        assertThat(Mailbox.of(email)).hasSize(1);
    }

    @Test
    void eachReadsHerOwnLanguage() throws Exception {
        String french = invited("Zoé Martin", Language.FR);
        String english = invited("Zoe Martin", Language.EN);
        round.go();

        MimeMessage one = Mailbox.of(french).getFirst();
        assertThat(one.getSubject()).isEqualTo("Votre compte vous attend");
        assertThat(Mailbox.text(one, "text/plain"))
                .contains("Bonjour Zoé Martin,", "Choisissez votre mot de passe", "Choisir mon mot de passe")
                .doesNotContain("??", "{0}");
        assertThat(Mailbox.text(one, "text/html"))
                .contains("lang=\"fr\"", "Bonjour Zoé Martin,", link(one))
                .doesNotContain("??", "{0}");
        MimeMessage other = Mailbox.of(english).getFirst();
        assertThat(other.getSubject()).isEqualTo("Your account is waiting for you");
        assertThat(Mailbox.text(other, "text/plain")).contains("Hello Zoe Martin,", "it works once, until");
        assertThat(Mailbox.text(other, "text/html")).contains("lang=\"en\"").doesNotContain("??");
    }

    @Test
    void aForgottenPasswordComesByMailAndStrangersLearnNothing() throws Exception {
        AccountView person = person();
        Visitor visitor = new Visitor(port);
        assertThat(visitor.get("/sign-in").body()).contains("Mot de passe oublié");
        assertThat(forgotten(visitor, person.email())).isEqualTo(forgotten(visitor, address()));

        round.go();

        MimeMessage letter = Mailbox.of(person.email()).getFirst();
        assertThat(letter.getSubject()).isEqualTo("Votre nouveau mot de passe");
        assertThat(letters("FORGOTTEN_PASSWORD")).containsExactly("SENT");
        accounts.choosePassword(link(letter).substring("/welcome/".length()), "encore une autre phrase");
    }

    @Test
    void onlyTheLastLinkAskedForLeavesAndNoneForSomebodyShutOut() {
        String email = invited("Ana Prat", Language.FR);
        UUID ana = accounts.byEmail(email).orElseThrow().person();
        people.sendLink(ana, admin.actor());
        AccountView gone = person();
        people.sendLink(gone.person(), admin.actor());
        people.disable(gone.person(), admin.actor());

        round.go();

        assertThat(Mailbox.of(email)).hasSize(1);
        assertThat(Mailbox.of(gone.email())).isEmpty();
        assertThat(letters("INVITATION")).containsExactlyInAnyOrder("DROPPED", "SENT");
        assertThat(letters("NEW_PASSWORD")).containsExactly("DROPPED");
    }

    @Test
    void aFactThatIsRolledBackLeavesNoLetter() {
        String email = address();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            people.invite(invitation("Ana Prat", email, Language.FR), admin.actor());
            assertThat(letters("INVITATION")).isEmpty();
            status.setRollbackOnly();
        });
        round.go();

        assertThat(letters("INVITATION")).isEmpty();
        assertThat(Mailbox.of(email)).isEmpty();
    }

    @Test
    void twoNodesAtOnceSendEachLetterOnce() throws Exception {
        List<String> emails = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            emails.add(invited("Ana Prat", Language.FR));
        }
        try (ExecutorService nodes = new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(4))) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                all.add(nodes.submit(node(clock)::go));
            }
            for (Future<?> one : all) {
                one.get();
            }
        }

        assertThat(emails).allSatisfy(email -> assertThat(Mailbox.of(email)).hasSize(1));
        assertThat(letters("INVITATION")).hasSize(24).containsOnly("SENT");
    }

    @Test
    void aLetterInTheHandOfANodeThatDiedIsTakenOver() {
        String email = invited("Ana Prat", Language.FR);
        Instant now = clock.instant();
        Letter held = letters.take(now).orElseThrow();

        node(at(now.plus(Letters.HOLD).minusSeconds(1))).go();
        assertThat(Mailbox.of(email)).isEmpty();
        node(at(now.plus(Letters.HOLD).plusSeconds(1))).go();
        assertThat(Mailbox.of(email)).hasSize(1);

        // It was not dead but slow: what it says now counts no longer.
        assertThat(letters.settle(held, LetterState.DROPPED, now)).isFalse();
        assertThat(letters("INVITATION")).containsExactly("SENT");
    }

    @Test
    void aMailServerThatIsAwayDelaysAndNothingIsLost() {
        String email = invited("Ana Prat", Language.FR);
        Mailbox.close();
        Instant now = clock.instant();
        node(at(now)).go();
        assertThat(letters("INVITATION")).containsExactly("WAITING");
        assertThat(owner.sql("select problem from letter").query(String.class).single())
                .isNotEmpty()
                .doesNotContain("@");
        Mailbox.open();
        node(at(now.plusSeconds(50))).go();
        assertThat(Mailbox.of(email)).as("not before the pause is over").isEmpty();
        node(at(now.plusSeconds(70))).go();
        assertThat(Mailbox.of(email)).hasSize(1);
        link(Mailbox.of(email).getFirst());
    }

    @Test
    void whatIsRefusedAgainAndAgainIsGivenUpInSight() {
        invited("Ana Prat", Language.FR);
        invited("Ana Prat", Language.FR);
        forgotten(new Visitor(port), person().email());
        Mailbox.close();
        Instant now = clock.instant();
        Duration away = Duration.ZERO;
        int rounds = 0;
        while (letters("INVITATION").contains("WAITING")) {
            assertThat(++rounds).isLessThanOrEqualTo(Letters.MOST_TRIES);
            node(at(now.plus(away))).go();
            away = away.plus(Duration.ofHours(15));
        }

        assertThat(letters("INVITATION")).containsExactly("GIVEN_UP", "GIVEN_UP");
        assertThat(letters("FORGOTTEN_PASSWORD")).containsExactly("GIVEN_UP");
        assertThat(owner.sql("select tries from letter where kind = 'FORGOTTEN_PASSWORD'")
                        .query(Integer.class)
                        .single())
                .as("after an hour nobody waits for it any more")
                .isLessThan(Letters.MOST_TRIES);
    }

    @Test
    void anAdministratorSeesWhatWasGivenUpByIdsAndTriesItAgain() {
        String email = invited("Ana Prat", Language.FR);
        invited("Ana Prat", Language.FR);
        UUID ana = accounts.byEmail(email).orElseThrow().person();
        owner.sql("update letter set state = 'GIVEN_UP', settled_at = created_at, problem = 'MailConnectException'")
                .update();
        Visitor office = new Visitor(port);
        office.signIn(admin.email(), PASSWORD);
        assertThat(office.get("/operations").body())
                .contains("Abandonnées : 2", "Invitation", ana.toString(), "MailConnectException")
                .doesNotContain(email, "Ana Prat", "??");
        UUID letter = owner.sql("select id from letter where person_id = ?")
                .param(ana)
                .query(UUID.class)
                .single();
        office.post("/operations/letters/" + letter + "/retry", Map.of());
        round.go();
        assertThat(Mailbox.of(email)).hasSize(1);
        assertThat(office.get("/operations").body())
                .contains("En attente : 0. Parties aujourd’hui : 1. Abandonnées : 1.");
        office.post("/operations/letters/" + letter + "/retry", Map.of());
        assertThat(office.get("/operations").body()).contains("n’est plus abandonnée");
        office.post("/operations/letters/retry", Map.of());
        assertThat(office.get("/operations").body()).contains("La lettre repart", "La plus ancienne attend");
    }

    @Test
    void everyKindHasItsWriterAndItsWords() {
        for (LetterKind kind : LetterKind.values()) {
            assertThat(writers)
                    .as(kind.name())
                    .filteredOn(writer -> writer.kinds().contains(kind))
                    .hasSize(1);
            for (Language language : Language.values()) {
                for (String key : List.of("LetterKind.%s", "mail.%s.subject", "mail.%s.text", "mail.%s.link")) {
                    assertThat(messages.getMessage(key.formatted(kind), null, language.locale()))
                            .isNotBlank();
                }
            }
        }
    }

    @Test
    void whatWasSettledLongAgoIsForgotten() {
        invited("Ana Prat", Language.FR);
        round.go();
        outbox.forget();
        assertThat(letters("INVITATION")).hasSize(1);
        owner.sql("update letter set settled_at = settled_at - interval '91' day")
                .update();
        outbox.forget();
        assertThat(letters("INVITATION")).isEmpty();
    }

    @Test
    void aLineEndInANameDoesNotBecomeAHeader() throws Exception {
        String email = invited("Eve", Language.FR);
        owner.sql("update person set name = ? where email = ?")
                .params("Eve\r\nBcc: everybody@evil.example\r\n\r\nClick\u2028here", email)
                .update();
        round.go();

        MimeMessage letter = Mailbox.of(email).getFirst();
        assertThat(Mailbox.header(letter, "Bcc")).isEmpty();
        assertThat(letter.getAllRecipients()).hasSize(1);
        assertThat(Mailbox.of("everybody@evil.example")).isEmpty();
        assertThat(Mailbox.text(letter, "text/plain")).contains("Bonjour Eve Bcc: everybody@evil.example Click here,");
        assertThat(LetterPress.oneLine("a\r\nSubject: b\u0000\u202e" + "c".repeat(400)))
                .startsWith("a Subject: b c")
                .hasSize(150);
    }

    private MailRound node(Clock itsClock) {
        return new MailRound(letters, addressees, writers, press, mail, itsClock);
    }

    private Clock at(Instant instant) {
        return Clock.fixed(instant, clock.getZone());
    }

    private String everythingKept() {
        return owner.sql("select * from letter").query().listOfRows().toString();
    }

    private String invited(String name, Language language) {
        String email = address();
        people.invite(invitation(name, email, language), admin.actor());
        return email;
    }

    private InvitePerson invitation(String name, String email, Language language) {
        return new InvitePerson(email, name, Set.of(Role.CLIENT), Set.of(client), language);
    }

    private AccountView person() {
        return person(Role.CLIENT, client, Language.FR);
    }

    private static String forgotten(Visitor visitor, String email) {
        visitor.get("/sign-in/forgotten");
        HttpResponse<String> answer = visitor.post("/sign-in/forgotten", Map.of("email", email));
        return Visitor.location(answer) + visitor.get("/sign-in").body().replaceAll("name=\"_csrf\"[^>]*", "");
    }

    private static String link(MimeMessage letter) {
        Matcher found = LINK.matcher(Mailbox.text(letter, "text/plain"));
        assertThat(found.find()).as("a link").isTrue();
        return found.group(1);
    }
}

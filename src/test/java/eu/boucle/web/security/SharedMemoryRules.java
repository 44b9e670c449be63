package eu.boucle.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.identity.AccountView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Language;
import eu.boucle.identity.OpenAccount;
import eu.boucle.identity.Role;
import eu.boucle.support.Visitor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.context.SecurityContext;

/** What nodes must agree on stands in the database: sessions, forms sent, tries. */
abstract class SharedMemoryRules {

    private static final String PASSWORD = "une phrase assez longue";

    @LocalServerPort
    int port;

    @Autowired
    Accounts accounts;

    @Autowired
    SentForms forms;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    AccountView person;
    Visitor visitor;

    @BeforeEach
    void somebody() {
        person = accounts.open(new OpenAccount(
                UUID.randomUUID() + "@test.example",
                "Zoé Martin",
                PASSWORD,
                Set.of(Role.ADMIN),
                Set.of(),
                Language.FR));
        visitor = new Visitor(port);
    }

    @Test
    void aSessionIsARowThatAnyNodeCanRead() {
        visitor.signIn(person.email(), PASSWORD);

        List<byte[]> context = jdbc.sql("select a.attribute_bytes from spring_session s"
                        + " join spring_session_attributes a on a.session_primary_id = s.primary_id"
                        + " where s.principal_name = ? and a.attribute_name = 'SPRING_SECURITY_CONTEXT'")
                .param(person.person().toString())
                .query(byte[].class)
                .list();
        assertThat(context).hasSize(1);
        assertThat(StoredSessions.read(context.getFirst()))
                .isInstanceOfSatisfying(
                        SecurityContext.class,
                        read -> assertThat(
                                        String.valueOf(read.getAuthentication().getName()))
                                .isEqualTo(person.person().toString()));
    }

    @Test
    void aSessionWhoseRowIsGoneIsOver() {
        visitor.signIn(person.email(), PASSWORD);
        assertThat(visitor.get("/operations").statusCode()).isEqualTo(200);
        jdbc.sql("delete from spring_session where principal_name = ?")
                .param(person.person().toString())
                .update();

        assertThat(Visitor.location(visitor.get("/operations"))).isEqualTo("/sign-in");
    }

    @Test
    void aSessionIsOverAtItsAgeHoweverBusyItWas() {
        visitor.signIn(person.email(), PASSWORD);
        age(6);
        assertThat(visitor.get("/operations").statusCode()).isEqualTo(200);
        age(2);

        assertThat(Visitor.location(visitor.get("/operations"))).isEqualTo("/sign-in");
    }

    private void age(int days) {
        jdbc.sql("update spring_session set creation_time = creation_time - ? where principal_name = ?")
                .params(Duration.ofDays(days).toMillis(), person.person().toString())
                .update();
    }

    @Test
    void aSessionWrittenByAnotherVersionAsksToSignInAgain() {
        visitor.signIn(person.email(), PASSWORD);
        jdbc.sql("update spring_session_attributes set attribute_bytes = ? where attribute_name ="
                        + " 'SPRING_SECURITY_CONTEXT' and session_primary_id in"
                        + " (select primary_id from spring_session where principal_name = ?)")
                .params(
                        "written by nobody".getBytes(java.nio.charset.StandardCharsets.UTF_8),
                        person.person().toString())
                .update();

        assertThat(Visitor.location(visitor.get("/operations"))).isEqualTo("/sign-in");
        assertThat(visitor.signIn(person.email(), PASSWORD).statusCode()).isEqualTo(302);
        assertThat(visitor.get("/operations").statusCode()).isEqualTo(200);
    }

    @Test
    void onlyValuesOfKnownKindsAreBroughtToLife() throws IOException {
        assertThat(StoredSessions.read(bytes("a word"))).isEqualTo("a word");
        assertThat(StoredSessions.read(bytes(new javax.swing.text.Segment[0]))).isNull();
        assertThat(StoredSessions.read(bytes(new java.io.File("/etc/passwd")))).isNull();
    }

    @Test
    void theFirstSenderOfAFormDoesItAndTheOthersFollow() throws Exception {
        String form = UUID.randomUUID().toString();
        assertThat(forms.take(form)).isEmpty();
        SentForms ofAnotherNode = new SentForms(jdbc, clock);
        CompletableFuture<Optional<String>> second = waiting(ofAnotherNode, form);
        forms.led(form, "/sites");

        assertThat(second.get(10, TimeUnit.SECONDS)).contains("/sites");
    }

    @Test
    void aRefusedFormIsDoneByTheNextSender() throws Exception {
        String form = UUID.randomUUID().toString();
        assertThat(forms.take(form)).isEmpty();
        CompletableFuture<Optional<String>> second = waiting(new SentForms(jdbc, clock), form);
        forms.release(form);

        assertThat(second.get(10, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void triesAtTheSameMomentOnSeveralNodesAreAllCounted() throws Exception {
        Throttle.Pace pace = new Throttle.Pace(5, Duration.ofMinutes(1));
        String who = "test " + UUID.randomUUID();
        try (ExecutorService pool = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> tries = IntStream.range(0, 24)
                    .<Callable<Boolean>>mapToObj(
                            i -> () -> new Throttle(jdbc, clock).hold(who, pace).isEmpty())
                    .toList();
            int passed = 0;
            for (Future<Boolean> one : pool.invokeAll(tries)) {
                passed += one.get() ? 1 : 0;
            }
            assertThat(passed).isEqualTo(5);
        }
        Throttle throttle = new Throttle(jdbc, clock);
        assertThat(throttle.hold(who, pace).orElseThrow()).isBetween(Duration.ofSeconds(1), Duration.ofMinutes(1));
        throttle.giveBack(who, pace);
        assertThat(throttle.hold(who, pace)).isEmpty();
        throttle.forget();
        assertThat(throttle.hold(who, pace)).isPresent();
    }

    @Test
    void aTriesTimeComesBack() {
        Throttle.Pace pace = new Throttle.Pace(2, Duration.ofMinutes(1));
        String who = "test " + UUID.randomUUID();
        Throttle now = new Throttle(jdbc, clock);
        Throttle later = new Throttle(jdbc, Clock.offset(clock, Duration.ofSeconds(61)));
        assertThat(now.hold(who, pace)).isEmpty();
        assertThat(now.hold(who, pace)).isEmpty();
        assertThat(now.hold(who, pace)).isPresent();

        assertThat(later.hold(who, pace)).isEmpty();
        assertThat(later.hold(who, pace)).isPresent();
    }

    @Test
    void behindAProxyThatSpeaksTlsTheCookieIsSecure() throws Exception {
        assertThat(cookie(ask("X-Forwarded-Proto", "https"))).contains("Secure").contains("HttpOnly");
        assertThat(cookie(ask("X-Other", "https"))).doesNotContain("Secure");
        assertThat(ask("X-Forwarded-Proto", "https").headers().firstValue("Strict-Transport-Security"))
                .isPresent();
    }

    private HttpResponse<String> ask(String header, String value) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sign-in"))
                                .header(header, value)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String cookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.startsWith("boucle="))
                .findFirst()
                .orElse("");
    }

    private static CompletableFuture<Optional<String>> waiting(SentForms node, String form) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return node.take(form);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static byte[] bytes(Object value) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream stream = new ObjectOutputStream(bytes)) {
            stream.writeObject(value);
        }
        return bytes.toByteArray();
    }
}

package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import eu.boucle.identity.Role;
import eu.boucle.web.security.Allowed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * Every endpoint that takes something is given what nobody should send, made by code from the handler's own types, so
 * that a new route is included by itself. None answers with an accident, a stack trace, a body without bound or never;
 * what cannot be read at all gets the one answer that the API's manner foresees.
 */
class BadInputTests {

    /** Each n-th of what could be sent, the same each time; the profile {@code deep} sends all. */
    private static final int EACH = Integer.getInteger("boucle.bad-each", 12);

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int LONGEST_REFUSAL = 64 * 1024;
    private static final Pattern FIELD = Pattern.compile("<(?:input|select|textarea)[^>]* name=\"([^\"]+)\"");
    private static final Map<Role, Player> PLAYERS = new EnumMap<>(Map.of(
            Role.CLIENT, Player.CLIENT,
            Role.WAREHOUSE, Player.WAREHOUSE,
            Role.COMPLIANCE, Player.COMPLIANCE,
            Role.PARTNER, Player.PARTNER,
            Role.ADMIN, Player.ADMIN));

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, String> KNOWN = new TreeMap<>();
    private static final Map<String, List<String>> SUBJECTS = new TreeMap<>();
    private static final Map<Player, Browser> BROWSERS = new EnumMap<>(Player.class);
    private static Story story;

    private record Route(String method, String pattern, HandlerMethod handler, Player player) {

        String name() {
            return method + " " + pattern;
        }

        boolean api() {
            return pattern.startsWith("/api/");
        }
    }

    @BeforeAll
    static void aCaseUnderWay() throws IOException {
        try (var rows = BadInputTests.class.getResourceAsStream("/routes.txt")) {
            new String(rows.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(line -> {
                String[] sides = line.split(" \\| ", 2)[0].split(" = ");
                SUBJECTS.put(
                        sides[0].strip(),
                        sides.length > 1 ? List.of(sides[1].strip().split(",")) : List.of());
            });
        }
        story = new Story("bad input", Database.POSTGRESQL, true);
        String disk = story.serial("D1");
        String reference = story.accepted(
                Story.instruction("ERASE", "HERE", "CLEAR"),
                List.of(
                        Story.server(story.serial("S1"), disk, story.serial("D2")),
                        Story.monitor(story.serial("M1")),
                        Story.monitor(story.serial("M2"))));
        story.tagged(reference);
        JsonNode report = story.post(
                        Player.WAREHOUSE, "/sanitization/reports", NwipeLog.erased(disk, story.serial("X1")))
                .expect(201)
                .json();
        String monitor = story.tag(reference, story.serial("M1"));
        String run = story.confirmed(List.of(reference), List.of(monitor));
        KNOWN.put("id", UUID.randomUUID().toString());
        KNOWN.put("request", reference);
        KNOWN.put("run", run);
        KNOWN.put("tag", story.tag(reference, story.serial("S1")));
        KNOWN.put("reception", story.open(Player.WAREHOUSE, "LOADING", run));
        KNOWN.put(
                "medium", story.medium(reference, story.serial("D2")).path("id").asString());
        KNOWN.put("result", report.path("results").get(1).path("id").asString());
        KNOWN.put("report", report.path("reportId").asString());
        KNOWN.put("certificate", "CE-2019-999999");
        for (Player player : PLAYERS.values()) {
            BROWSERS.put(
                    player,
                    new Browser(Database.POSTGRESQL.address()).signIn(story.cast.emails.get(player), Cast.PASSWORD));
        }
    }

    /** What a program may send in the place of JSON, and the one answer to it. */
    @TestFactory
    Stream<DynamicTest> whatIsNoJsonIsRefusedAsSuch() {
        return routes().filter(route ->
                        route.api() && bodyOf(route) != null && bodyOf(route).getParameterType() != byte[].class)
                .map(route -> DynamicTest.dynamicTest(route.name(), () -> {
                    JsonNode sample = SampleJson.of(bodyOf(route).getGenericParameterType());
                    for (Unreadable kind : Unreadable.values()) {
                        byte[] body = kind.of(sample);
                        if (body != null) {
                            Answer answer = send(route, path(route), body, kind.type());
                            assertThat(answer.status()).as(kind + " " + answer).isIn(kind.answers());
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> noFieldOfAnyBodyMakesAnAccident() {
        return routes().filter(route ->
                        route.api() && bodyOf(route) != null && bodyOf(route).getParameterType() != byte[].class)
                .map(route -> DynamicTest.dynamicTest(route.name(), () -> {
                    JsonNode sample = SampleJson.of(bodyOf(route).getGenericParameterType());
                    for (byte[] body : some(SampleJson.spoilt(sample))) {
                        send(route, path(route), body, "application/json");
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> noWordInAPathMakesAnAccident() {
        return routes().filter(route -> route.pattern().contains("{"))
                .map(route -> DynamicTest.dynamicTest(route.name(), () -> {
                    for (String word : some(Words.IN_PATHS)) {
                        String path = route.pattern().replaceAll("\\{[^}]+}", Matcher.quoteReplacement(word));
                        Answer answer = send(route, path, "{}".getBytes(StandardCharsets.UTF_8), "application/json");
                        assertThat(answer.status()).as(answer.toString()).isNotEqualTo(201);
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> noParameterMakesAnAccident() {
        return routes().filter(route ->
                        "GET".equals(route.method()) && !parameters(route).isEmpty())
                .map(route -> DynamicTest.dynamicTest(route.name(), () -> {
                    for (String name : parameters(route)) {
                        for (String word : some(Words.ANY)) {
                            if (word.length() < 5_000) {
                                send(route, path(route) + "?" + name + "=" + encode(word), new byte[0], "text/plain");
                            }
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> noFieldOfAnyFormMakesAnAccident() {
        return routes().filter(route -> "POST".equals(route.method())
                        && !route.api()
                        && !route.pattern().startsWith("/sign-in")
                        && bodyOf(route) == null)
                .map(route -> DynamicTest.dynamicTest(route.name(), () -> {
                    Set<String> names = new LinkedHashSet<>(parameters(route));
                    names.addAll(fieldsOfForm(route));
                    for (String name : names) {
                        for (String word : some(Words.ANY)) {
                            Map<String, String> fields = new LinkedHashMap<>();
                            names.forEach(other -> fields.put(other, "1"));
                            fields.put(name, word);
                            form(route, fields);
                        }
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> noFileMakesAnAccident() {
        return routes().filter(route -> route.api()
                        && ("/api/v1/requests/preview".equals(route.pattern())
                                || "/api/v1/sanitization/reports".equals(route.pattern())))
                .flatMap(route -> BadFiles.all().entrySet().stream()
                        .map(file -> DynamicTest.dynamicTest(route.name() + " " + file.getKey(), () -> {
                            send(route, path(route), file.getValue(), "application/octet-stream");
                            for (String name : some(Words.FILE_NAMES)) {
                                send(route, path(route), BadFiles.part(name, file.getValue()), BadFiles.PARTS);
                            }
                        })));
    }

    /** A body without end is cut off where a body with a length would have been refused. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/sanitization/reports application/octet-stream",
                "/api/v1/requests/preview text/csv",
                "/api/v1/sites application/json",
                "/verify application/json"
            })
    void anUploadWithoutEndIsCutOff(String call) throws Exception {
        String path = call.substring(0, call.indexOf(' '));
        Player player = path.endsWith("reports") ? Player.WAREHOUSE : Player.CLIENT;
        byte[] piece = "a\n".repeat(32 * 1024).getBytes(StandardCharsets.UTF_8);
        AtomicLong sent = new AtomicLong();
        InputStream endless = new InputStream() {
            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] into, int from, int length) {
                int more = Math.min(length, piece.length);
                System.arraycopy(piece, 0, into, from, more);
                sent.addAndGet(more);
                return more;
            }
        };
        HttpRequest request = HttpRequest.newBuilder(URI.create(Database.POSTGRESQL.address() + path))
                .timeout(LONGEST)
                .header("Authorization", "Bearer " + story.cast.tokens.get(player))
                .header("Content-Type", call.substring(call.indexOf(' ') + 1))
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> endless))
                .build();
        try {
            assertThat(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isIn(400, 413);
        } catch (HttpTimeoutException e) {
            throw e;
        } catch (IOException e) {
            // The server has hung up on us while we were still sending.
            assertThat(sent.get()).isGreaterThan(0);
        }
        assertThat(sent.get()).isLessThan(200L * 1024 * 1024);
    }

    /** A body that stops coming is not waited for, and the node answers others meanwhile. */
    @Test
    void uploadsThatStandStillAreHungUpOn() throws Exception {
        URI address = URI.create(Database.POSTGRESQL.address());
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            Socket socket = new Socket(address.getHost(), address.getPort());
            slow.add(socket);
            socket.getOutputStream()
                    .write(("POST /api/v1/sanitization/reports HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                                    + story.cast.tokens.get(Player.WAREHOUSE)
                                    + "\r\nContent-Type: text/plain\r\nContent-Length: 100000\r\n\r\nnwipe")
                            .getBytes(StandardCharsets.US_ASCII));
        }
        story.get(Player.CLIENT, "/me").expect(200);
        for (Socket socket : slow) {
            socket.setSoTimeout((int) Duration.ofSeconds(60).toMillis());
            socket.getInputStream().readAllBytes();
            socket.close();
        }
        story.get(Player.CLIENT, "/me").expect(200);
    }

    private static <T> List<T> some(List<T> all) {
        return IntStream.range(0, all.size())
                .filter(i -> i % EACH == 0)
                .mapToObj(all::get)
                .toList();
    }

    // ------------------------------------------------------------------ sending

    private record Answer(int status, String what, String body) {

        @Override
        public String toString() {
            return status + " to " + what + ": " + body.substring(0, Math.min(300, body.length()));
        }
    }

    private static Answer send(Route route, String path, byte[] body, String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Database.POSTGRESQL.address() + path))
                .timeout(LONGEST)
                .header("Accept", "application/json, application/problem+json, application/pdf, */*")
                .header("Content-Type", type)
                .method(
                        route.method(),
                        "GET".equals(route.method())
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        String what = route.method() + " " + path + " "
                + new String(body, 0, Math.min(body.length, 600), StandardCharsets.UTF_8);
        if (!route.api()) {
            return checked(
                    "GET".equals(route.method())
                            ? BROWSERS.get(route.player()).read(path)
                            : BROWSERS.get(route.player()).post(path, Map.of()),
                    what);
        }
        request.header("Authorization", "Bearer " + story.cast.tokens.get(route.player()));
        try {
            return checked(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()), what);
        } catch (IOException e) {
            throw new UncheckedIOException(what, e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void form(Route route, Map<String, String> fields) {
        // A form that is shown again shows what was typed.
        int typed = fields.values().stream().mapToInt(String::length).sum();
        checked(BROWSERS.get(route.player()).post(path(route), fields), route.name() + " " + fields, 2 * typed);
    }

    private static Answer checked(HttpResponse<String> response, String what) {
        return checked(response, what, 0);
    }

    /** What holds of every answer, whatever was sent. */
    private static Answer checked(HttpResponse<String> response, String what, int more) {
        String shown = what.substring(0, Math.min(900, what.length()));
        Answer answer = new Answer(response.statusCode(), shown, response.body());
        assertThat(answer.status()).as(answer.toString()).isLessThan(500);
        assertThat(answer.body())
                .as(shown)
                .doesNotContain("\tat ", "org.springframework", "java.lang.", "SQLException");
        assertThat(response.headers().map().keySet()).as(shown).doesNotContain("x-evil");
        if (answer.status() >= 400) {
            assertThat(answer.body().length())
                    .as("length of the refusal of " + shown)
                    .isLessThan(LONGEST_REFUSAL + more);
        }
        return answer;
    }

    // ------------------------------------------------------------------ the routes and what they take

    private static String path(Route route) {
        String path = route.pattern();
        for (String subject : SUBJECTS.getOrDefault(route.name(), List.of())) {
            path = Pattern.compile("\\{[^}]+}").matcher(path).replaceFirst(KNOWN.getOrDefault(subject, subject));
        }
        return path;
    }

    private static MethodParameter bodyOf(Route route) {
        return Arrays.stream(route.handler().getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(RequestBody.class))
                .findFirst()
                .orElse(null);
    }

    /** Request parameters by name, and the components of records and properties of forms. */
    private static Set<String> parameters(Route route) {
        Set<String> names = new LinkedHashSet<>();
        for (MethodParameter parameter : route.handler().getMethodParameters()) {
            Class<?> type = parameter.getParameterType();
            RequestParam annotation = parameter.getParameterAnnotation(RequestParam.class);
            if (annotation != null && type != MultipartFile.class && !Map.class.isAssignableFrom(type)) {
                String name = annotation.name().isEmpty() ? annotation.value() : annotation.name();
                names.add(name.isEmpty() ? parameter.getParameter().getName() : name);
            } else if (type.isRecord() && type.getName().startsWith("eu.boucle.web.")) {
                Arrays.stream(type.getRecordComponents()).forEach(component -> names.add(component.getName()));
            }
        }
        return names;
    }

    /** Names of the fields on the page that the form stands on. */
    private static Set<String> fieldsOfForm(Route route) {
        Set<String> names = new LinkedHashSet<>();
        String path = path(route);
        for (String page : List.of(path, path.substring(0, Math.max(1, path.lastIndexOf('/'))), path + "/new")) {
            HttpResponse<String> answer = BROWSERS.get(route.player()).read(page);
            if (answer.statusCode() == 200 && names.isEmpty()) {
                Matcher fields = FIELD.matcher(answer.body());
                while (fields.find()) {
                    names.add(fields.group(1));
                }
            }
        }
        names.remove("_csrf");
        names.remove("once");
        return names;
    }

    private static Stream<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (RequestMappingHandlerMapping mapping : Database.POSTGRESQL
                .application()
                .getBeansOfType(RequestMappingHandlerMapping.class)
                .values()) {
            for (Map.Entry<RequestMappingInfo, HandlerMethod> entry :
                    mapping.getHandlerMethods().entrySet()) {
                HandlerMethod handler = entry.getValue();
                if (!handler.getBeanType().getName().startsWith("eu.boucle.")) {
                    continue;
                }
                for (String pattern : entry.getKey().getPatternValues()) {
                    for (var method : entry.getKey().getMethodsCondition().getMethods()) {
                        routes.add(new Route(method.name(), pattern, handler, player(handler)));
                    }
                }
            }
        }
        return routes.stream().filter(route -> SUBJECTS.containsKey(route.name()));
    }

    private static Player player(HandlerMethod handler) {
        Allowed allowed = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Allowed.class);
        if (allowed == null) {
            allowed = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Allowed.class);
        }
        return allowed == null || allowed.value().length == 0 ? Player.CLIENT : PLAYERS.get(allowed.value()[0]);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

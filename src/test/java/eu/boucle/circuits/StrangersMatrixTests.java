package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import eu.boucle.identity.Role;
import eu.boucle.web.security.Allowed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/**
 * Every endpoint, as every role and as strangers, over a case of client A that ran to its end. The endpoints come from
 * the application's own route table; {@code routes.txt} says for each which object of A it is about. None answers a
 * stranger with data, and what is foreign answers exactly as what does not exist.
 */
class StrangersMatrixTests {

    /** Ids and references that nobody has. */
    private static final Map<String, String> UNKNOWN = Map.of(
            "request", "DR-2019-999999",
            "run", "PU-2019-999999",
            "tag", "0000000",
            "certificate", "CE-2019-999999",
            "id", "00000000-0000-4000-8000-00000000dead");

    private static final Map<Player, Role> ROLES = new EnumMap<>(Map.of(
            Player.CLIENT, Role.CLIENT,
            Player.STRANGER, Role.CLIENT,
            Player.WAREHOUSE, Role.WAREHOUSE,
            Player.COMPLIANCE, Role.COMPLIANCE,
            Player.PARTNER, Role.PARTNER,
            Player.FOREIGN_PARTNER, Role.PARTNER,
            Player.ADMIN, Role.ADMIN));

    private static final Set<Player> STRANGERS = Set.of(Player.STRANGER, Player.FOREIGN_PARTNER);

    private static Story story;
    private static final Map<String, String> KNOWN = new TreeMap<>();
    private static final List<String> CANARIES = new ArrayList<>();
    private static final Map<Player, Browser> BROWSERS = new EnumMap<>(Player.class);
    private static final Map<String, Row> ROWS = new LinkedHashMap<>();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** @param subjects one word of {@link #KNOWN} for each path variable, in order */
    private record Row(String route, List<String> subjects, String body) {}

    private record Route(String method, String pattern, Allowed allowed) {
        String name() {
            return method + " " + pattern;
        }

        boolean api() {
            return pattern.startsWith("/api/");
        }
    }

    @BeforeAll
    static void aCaseOfClientA() throws IOException {
        rows().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            String[] parts = line.split(" \\| ", 2);
            String[] sides = parts[0].split(" = ");
            String subjects = sides.length > 1 ? sides[1].strip() : "";
            ROWS.put(
                    sides[0].strip(),
                    new Row(
                            sides[0].strip(),
                            subjects.isEmpty() ? List.of() : List.of(subjects.split(",")),
                            parts.length > 1 ? parts[1].strip() : "{}"));
        });
        story = new Story("strangers matrix", Database.H2, true);
        String serial = story.serial("S1");
        String disk = story.serial("D1");
        String reference = story.accepted(
                Story.instruction("ERASE", "HERE", "CLEAR"),
                List.of(Story.server(serial, disk), Story.monitor(story.serial("M1"))));
        String asked = "Où est la clé de " + serial + " ?";
        KNOWN.put(
                "question",
                story.post(
                                Player.WAREHOUSE,
                                "/assets/" + story.tag(reference, serial) + "/questions",
                                Map.of("question", asked))
                        .expect(201)
                        .text("id"));
        CANARIES.add(asked);
        String round = story.open(Player.WAREHOUSE, "TAGGING", reference);
        for (JsonNode asset : story.assets(reference)) {
            story.scan(
                    Player.WAREHOUSE,
                    round,
                    asset.path("tag").asString(),
                    asset.path("serial").asString());
        }
        story.close(Player.WAREHOUSE, round).expect(200);
        JsonNode report = story.post(Player.WAREHOUSE, "/sanitization/reports", NwipeLog.erased(disk))
                .expect(201)
                .json();
        story.validated(reference);
        String run = story.departed(reference);
        String reception = story.open(Player.PARTNER, "RECEPTION", run);
        story.finished(reference, run);
        KNOWN.put("id", UUID.randomUUID().toString());
        KNOWN.put("organisation", story.cast.site.organisation().toString());
        KNOWN.put("site", story.cast.site.id().toString());
        KNOWN.put("partnerSite", story.cast.partnerSite.value().toString());
        KNOWN.put("request", reference);
        KNOWN.put("run", run);
        KNOWN.put("tag", story.tag(reference, serial));
        KNOWN.put("round", round);
        KNOWN.put("reception", reception);
        KNOWN.put("medium", story.medium(reference, disk).path("id").asString());
        KNOWN.put("table", "weee-categories");
        KNOWN.put("row", "1");
        KNOWN.put("result", report.path("results").get(0).path("id").asString());
        KNOWN.put("report", report.path("reportId").asString());
        KNOWN.put(
                "certificate",
                story.certificates(reference)
                        .get("WEEE_TREATMENT")
                        .path("number")
                        .asString());
        CANARIES.add(serial);
        CANARIES.add(disk);
        CANARIES.add(reference);
        CANARIES.add(run);
        CANARIES.add(KNOWN.get("tag"));
        CANARIES.add("Client d’essai");
        for (Player player : ROLES.keySet()) {
            BROWSERS.put(
                    player, new Browser(Database.H2.address()).signIn(story.cast.emails.get(player), Cast.PASSWORD));
        }
    }

    @Test
    void everyRouteHasARowAndEveryRowARoute() {
        assertThat(new TreeSet<>(routes().stream().map(Route::name).toList())).isEqualTo(new TreeSet<>(ROWS.keySet()));
    }

    @Test
    void everyRouteSaysWhoMayCallIt() {
        assertThat(routes()).allMatch(route -> route.allowed() != null);
    }

    @TestFactory
    Stream<DynamicTest> nobodySeesWhatIsNotHis() {
        return routes().stream()
                .filter(route -> ROWS.containsKey(route.name()))
                .flatMap(route -> Stream.concat(
                        Stream.of(DynamicTest.dynamicTest("visitor " + route.name(), () -> visitor(route))),
                        ROLES.keySet().stream()
                                .filter(player -> STRANGERS.contains(player) || !mayCall(route, player))
                                .map(player -> DynamicTest.dynamicTest(
                                        player + " " + route.name(), () -> stranger(route, player)))));
    }

    private static void visitor(Route route) {
        if (route.allowed().anyone()) {
            noData(call(route, null, KNOWN));
            return;
        }
        Answer answer = call(route, null, KNOWN);
        if (route.api()) {
            assertThat(answer.status()).isEqualTo(401);
        } else {
            assertThat(answer.status()).isIn(302, 403);
        }
        noData(answer);
    }

    private static void stranger(Route route, Player player) {
        Answer foreign = call(route, player, KNOWN);
        if (!mayCall(route, player)) {
            assertThat(foreign.status()).isEqualTo(403);
            noData(foreign);
            return;
        }
        noData(foreign);
        boolean aboutSomething =
                !ROWS.get(route.name()).subjects().isEmpty() && !route.allowed().anyone();
        if (aboutSomething) {
            Answer unknown = call(route, player, unknown(route));
            // A form that was not filled in is refused before its object is looked up, whatever the object.
            assertThat(foreign.status())
                    .as(foreign.body())
                    .isIn(route.api() ? List.of(404) : List.of(404, 400, 415, 422));
            assertThat(unknown.status()).isEqualTo(foreign.status());
            assertThat(washed(foreign, KNOWN)).isEqualTo(washed(unknown, unknown(route)));
        }
    }

    private static boolean mayCall(Route route, Player player) {
        Allowed allowed = route.allowed();
        return allowed.anyone()
                || allowed.value().length == 0
                || List.of(allowed.value()).contains(ROLES.get(player));
    }

    private static void noData(Answer answer) {
        assertThat(CANARIES)
                .allSatisfy(canary -> assertThat(answer.body().replace(answer.path(), ""))
                        .as(answer.path())
                        .satisfies(body -> assertThat(asked(answer, canary) || !body.contains(canary))
                                .isTrue()));
    }

    /** What the caller wrote in the address may be repeated; nothing else. */
    private static boolean asked(Answer answer, String canary) {
        return answer.path().contains(canary);
    }

    private static Map<String, String> unknown(Route route) {
        return ROWS.get(route.name()).subjects().stream()
                .distinct()
                .collect(Collectors.toMap(
                        s -> s, s -> UNKNOWN.getOrDefault(s, KNOWN.containsKey(s) ? UNKNOWN.get("id") : s)));
    }

    /** Without what differs from call to call: the address, tokens, numbers to quote. */
    private static String washed(Answer answer, Map<String, String> subjects) {
        String body = answer.body().replaceAll("LI-\\d{4}-\\d{6}", "…");
        for (String value : subjects.values()) {
            // A number of one digit is washed where it is a part of an address, and nowhere else.
            body = value.length() > 3
                    ? body.replace(value, "…")
                    : body.replaceAll("/" + Pattern.quote(value) + "(?=[/\"?&])", "/…");
        }
        return body.replaceAll("name=\"_?csrf\"[^>]*", "")
                .replaceAll("name=\"once\"[^>]*", "")
                .replaceAll("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", "…");
    }

    private record Answer(int status, String path, String body) {}

    private static Answer call(Route route, Player player, Map<String, String> subjects) {
        Row row = ROWS.get(route.name());
        String path = route.pattern();
        for (String subject : row.subjects()) {
            path = Pattern.compile("\\{[^}]+}").matcher(path).replaceFirst(subjects.getOrDefault(subject, subject));
        }
        if (route.api() || path.startsWith("/verify") && player == null) {
            return api(route, player, path, row.body());
        }
        Browser browser = player == null ? new Browser(Database.H2.address()) : BROWSERS.get(player);
        HttpResponse<String> answer = "GET".equals(route.method())
                ? browser.read(path)
                : row.body().startsWith("[")
                        ? browser.postJson(path, row.body())
                        : browser.post(path, fields(row.body()));
        return new Answer(answer.statusCode(), path, answer.body());
    }

    /** {@code a=b&c=d}; a reason is given where nothing is. */
    private static Map<String, String> fields(String body) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("reason", "essai du passage");
        if (body.contains("=")) {
            for (String field : body.split("&")) {
                fields.put(field.substring(0, field.indexOf('=')), field.substring(field.indexOf('=') + 1));
            }
        }
        return fields;
    }

    private static Answer api(Route route, Player player, String path, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(Database.H2.address() + path))
                .header("Accept", "application/json, application/problem+json, application/pdf, */*")
                .header("Content-Type", body.startsWith("{") || body.startsWith("[") ? "application/json" : body)
                .method(
                        route.method(),
                        "GET".equals(route.method())
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body));
        if (player != null) {
            request.header("Authorization", "Bearer " + story.cast.tokens.get(player));
        }
        try {
            HttpResponse<byte[]> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), path, new String(answer.body(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The application's own handlers; those of libraries (API description, error page) have rules of their own. */
    private static List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (RequestMappingHandlerMapping mapping : Database.H2
                .application()
                .getBeansOfType(RequestMappingHandlerMapping.class)
                .values()) {
            for (Map.Entry<RequestMappingInfo, HandlerMethod> entry :
                    mapping.getHandlerMethods().entrySet()) {
                HandlerMethod handler = entry.getValue();
                if (!handler.getBeanType().getName().startsWith("eu.boucle.")) {
                    continue;
                }
                Allowed allowed = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Allowed.class);
                if (allowed == null) {
                    allowed = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Allowed.class);
                }
                for (String pattern : entry.getKey().getPatternValues()) {
                    for (var method : entry.getKey().getMethodsCondition().getMethods()) {
                        Route route = new Route(method.name(), pattern, allowed);
                        if (routes.stream().noneMatch(r -> r.name().equals(route.name()))) {
                            routes.add(route);
                        }
                    }
                }
            }
        }
        return routes;
    }

    private static Stream<String> rows() throws IOException {
        try (var stream = StrangersMatrixTests.class.getResourceAsStream("/routes.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines();
        }
    }
}

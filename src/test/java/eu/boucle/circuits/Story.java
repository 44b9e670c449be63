package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import eu.boucle.pickup.PartnerSiteId;
import eu.boucle.support.CountedStatements;
import eu.boucle.support.Jobs;
import eu.boucle.support.Today;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One circuit being told over HTTP: each call is written down, and becomes {@code target/circuits/NAME-DATABASE.md}.
 * Jobs of the process are run by hand after each call but a scan, which moves no token; so nothing waits.
 */
final class Story implements AutoCloseable {

    static final JsonMapper JSON = new JsonMapper();

    final Cast cast;

    /** What everything but reading has sent to the database, its steps included. */
    final CountedStatements spent = new CountedStatements();

    private final String name;
    private final String database;
    private final String address;
    private final Jobs jobs;
    private final String mark = UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
    private final HttpClient http = HttpClient.newHttpClient();
    private final Set<String> tags = new HashSet<>();
    private final Set<String> runs = new HashSet<>();
    private final StringBuilder protocol = new StringBuilder();

    Story(String name, Database database) {
        this(name, database, false);
    }

    Story(String name, Database database, boolean signIn) {
        this(name, database.name(), database.address(), database.jobs(), new Cast(database.application(), signIn));
    }

    /** The same in another application, with people who are there already. */
    Story(String name, String database, String address, Jobs jobs, Cast cast) {
        this.name = name;
        this.database = database;
        this.address = address;
        this.cast = cast;
        this.jobs = jobs;
        protocol.append("# ").append(name).append(" (").append(database).append(")\n");
    }

    /** A serial of this telling's own: the same circuit runs again beside itself. */
    String serial(String beginning) {
        return beginning + mark;
    }

    // ------------------------------------------------------------------ calls

    Answer get(Player player, String path) {
        return call(player, "GET", path, null);
    }

    Answer post(Player player, String path, Object body) {
        return call(player, "POST", path, body);
    }

    Answer photo(Player player, String discrepancy, byte[] picture) {
        return call(player, "POST", "/discrepancies/" + discrepancy + "/photos", picture);
    }

    Answer call(Player player, String method, String path, Object body) {
        return call(player, method, path, body, "");
    }

    /** @param version as read, for {@code If-Match}; empty for none */
    Answer call(Player player, String method, String path, Object body, String version) {
        Answer answer = send(player, method, path, body, version, keyFor(path));
        if (!"GET".equals(method) && !path.endsWith("/scans")) {
            jobs.runAll(spent::during);
        }
        return answer;
    }

    /** Scans have ids of their own: scanners send no key. */
    private static String keyFor(String path) {
        return path.endsWith("/scans") ? "" : UUID.randomUUID().toString();
    }

    /** One call and no job after it. */
    Answer send(Player player, String method, String path, Object body, String key) {
        return send(player, method, path, body, "", key);
    }

    private Answer send(Player player, String method, String path, Object body, String version, String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(address + (path.startsWith("/verify") ? path : "/api/v1" + path)))
                .header("Authorization", "Bearer " + cast.tokens.get(player))
                .header("Accept", "application/json, application/problem+json, application/pdf");
        if (!version.isEmpty()) {
            request.header("If-Match", version);
        }
        if ("POST".equals(method) && !key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        if (body instanceof byte[] bytes) {
            request.header("Content-Type", "application/octet-stream")
                    .method(method, HttpRequest.BodyPublishers.ofByteArray(bytes));
        } else {
            request.header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        }
        Answer answer = "GET".equals(method) ? sent(request.build()) : spent.during(() -> sent(request.build()));
        write(player, method, path, body, answer);
        return answer;
    }

    private Answer sent(HttpRequest request) {
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("content-type").orElse(""),
                    response.headers().firstValue("etag").orElse(""),
                    response.headers().firstValue("location").orElse(""),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    record Answer(int status, String type, String version, String location, byte[] bytes) {

        Answer expect(int expected) {
            assertThat(status)
                    .as(() -> new String(bytes, StandardCharsets.UTF_8))
                    .isEqualTo(expected);
            return this;
        }

        Answer refusedWith(int expected, String code) {
            expect(expected);
            assertThat(new String(bytes, StandardCharsets.UTF_8)).contains("\"" + code + "\"");
            return this;
        }

        JsonNode json() {
            return JSON.readTree(bytes);
        }

        String text(String field) {
            return json().path(field).asString();
        }
    }

    // ------------------------------------------------------------------ the steps that circuits share

    /** A line with its disks by serial; kind HDD on SAS. */
    static Map<String, Object> server(String serial, String... disks) {
        Map<String, Object> line = line("server-rack", "Dell", "PowerEdge R640", serial, 24);
        line.put("media", media(disks));
        return line;
    }

    static Map<String, Object> monitor(String serial) {
        return line("monitor", "Dell", "P2419H", serial, 5);
    }

    static Map<String, Object> line(String type, String manufacturer, String model, String serial, int weightKg) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("type", type);
        line.put("manufacturer", manufacturer);
        line.put("model", model);
        line.put("serial", serial);
        line.put("weightKg", weightKg);
        return line;
    }

    static List<Map<String, Object>> media(String... serials) {
        List<Map<String, Object>> media = new ArrayList<>();
        for (String serial : serials) {
            media.add(new LinkedHashMap<>(Map.of(
                    "kind", "HDD", "interface", "SAS", "serial", serial, "model", "ST4000NM0033", "capacityGb", 4000)));
        }
        return media;
    }

    static Map<String, Object> instruction(String action, String where, String level) {
        return Map.of("action", action, "where", where, "level", level);
    }

    Map<String, Object> draft(Map<String, Object> instruction, List<Map<String, Object>> lines) {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("site", cast.site.id().value().toString());
        request.put(
                "contact",
                Map.of("name", "Camille Essai", "email", "camille@example.org", "phone", "+33 4 72 00 00 00"));
        request.put("window", window());
        request.put("data", instruction);
        request.put("note", "circuit");
        request.put("lines", lines);
        return request;
    }

    static Map<String, Object> window() {
        return Map.of(
                "from", Today.inParis().plusDays(3).toString(),
                "to", Today.inParis().plusDays(10).toString());
    }

    /** The client asks. @return the reference */
    String submitted(Map<String, Object> instruction, List<Map<String, Object>> lines) {
        Map<String, Object> request = draft(instruction, lines);
        request.put("submit", true);
        return post(Player.CLIENT, "/requests", request).expect(201).text("reference");
    }

    String accepted(Map<String, Object> instruction, List<Map<String, Object>> lines) {
        String reference = submitted(instruction, lines);
        post(Player.COMPLIANCE, "/requests/" + reference + "/accept", Map.of()).expect(200);
        assertThat(status(reference)).isIn("IN_PREPARATION", "READY");
        return reference;
    }

    String status(String reference) {
        return get(Player.CLIENT, "/requests/" + reference).expect(200).text("status");
    }

    String runStatus(String reference) {
        return get(Player.WAREHOUSE, "/pickups/" + reference).expect(200).text("status");
    }

    List<JsonNode> assets(String reference) {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = get(Player.WAREHOUSE, "/requests/" + reference + "/assets?limit=200" + after)
                    .expect(200)
                    .json();
            page.path("items").forEach(all::add);
            after = page.path("next").isNull()
                    ? null
                    : "&after=" + page.path("next").asString();
        } while (after != null);
        all.forEach(a -> tags.add(a.path("tag").asString()));
        return all;
    }

    String tag(String reference, String serial) {
        return assets(reference).stream()
                .filter(a -> serial.equals(a.path("serial").asString("")))
                .findFirst()
                .orElseThrow()
                .path("tag")
                .asString();
    }

    JsonNode medium(String reference, String serial) {
        return assets(reference).stream()
                .flatMap(a -> a.path("media").valueStream())
                .filter(m -> serial.equals(m.path("serial").asString("")))
                .findFirst()
                .orElseThrow();
    }

    String open(Player player, String mode, String subject) {
        return post(player, "/scan-rounds", Map.of("mode", mode, "subject", subject))
                .expect(201)
                .text("id");
    }

    /** @return the word of the answer */
    String scan(Player player, String round, String code, String serial) {
        Map<String, Object> scan = new LinkedHashMap<>();
        scan.put("id", UUID.randomUUID().toString());
        scan.put("code", code);
        if (serial != null) {
            scan.put("serial", serial);
        }
        scan.put("happenedAt", Instant.now().toString());
        return post(player, "/scan-rounds/" + round + "/scans", List.of(scan))
                .expect(200)
                .json()
                .get(0)
                .path("answer")
                .asString();
    }

    void missing(Player player, String round, String tag) {
        post(
                        player,
                        "/scan-rounds/" + round + "/missing",
                        Map.of("tags", List.of(tag), "reason", "introuvable en salle"))
                .expect(200);
    }

    Answer close(Player player, String round) {
        return post(player, "/scan-rounds/" + round + "/close", Map.of());
    }

    /** Every asset of the request is found and labelled. */
    void tagged(String reference, String... but) {
        String round = open(Player.WAREHOUSE, "TAGGING", reference);
        for (JsonNode asset : assets(reference)) {
            String tag = asset.path("tag").asString();
            if (List.of(but).contains(tag)) {
                missing(Player.WAREHOUSE, round, tag);
            } else {
                assertThat(scan(
                                Player.WAREHOUSE,
                                round,
                                tag,
                                asset.path("serial").asString()))
                        .isEqualTo("ACCEPTED");
            }
        }
        close(Player.WAREHOUSE, round).expect(200);
    }

    void wiped(Player player, String... serials) {
        JsonNode report = post(player, "/sanitization/reports", NwipeLog.erased(serials))
                .expect(201)
                .json();
        report.path("results")
                .forEach(r ->
                        assertThat(r.path("verdict").asString()).as(r::toString).isEqualTo("ERASED"));
    }

    void validated(String reference) {
        post(Player.COMPLIANCE, "/requests/" + reference + "/validate-sanitization", Map.of())
                .expect(200);
    }

    /** Planned with all that can leave, proposed, confirmed. @return the run's reference */
    String confirmed(List<String> requests, List<String> tags) {
        String run = planned(requests, tags);
        post(Player.PARTNER, "/pickups/" + run + "/confirm", Map.of()).expect(200);
        return run;
    }

    String planned(List<String> requests, List<String> tags) {
        return plannedWith(cast.partnerSite, requests, tags);
    }

    String plannedWith(PartnerSiteId site, List<String> requests, List<String> tags) {
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("partnerSite", site.value().toString());
        plan.put("window", window());
        plan.put("requests", requests);
        plan.put("assets", tags);
        plan.put("lithiumKg", 0.4);
        String run = post(Player.WAREHOUSE, "/pickups", plan).expect(201).text("reference");
        runs.add(run);
        assertThat(runStatus(run)).isEqualTo("PROPOSED");
        return run;
    }

    void loaded(String run, List<String> tags) {
        String round = open(Player.WAREHOUSE, "LOADING", run);
        for (String tag : tags) {
            assertThat(scan(Player.WAREHOUSE, round, tag, null)).isEqualTo("ACCEPTED");
        }
        close(Player.WAREHOUSE, round).expect(200);
        assertThat(runStatus(run)).isEqualTo("CLOSED");
    }

    JsonNode run(String run) {
        return get(Player.WAREHOUSE, "/pickups/" + run).expect(200).json();
    }

    /** The lorry leaves with everything, each dangerous code with a slip. */
    Map<String, Object> handover(String run) {
        List<Map<String, Object>> slips = run(run).path("manifest")
                .valueStream()
                .filter(l -> l.path("dangerous").asBoolean())
                .map(l -> l.path("wasteCode").asString())
                .distinct()
                .map(code -> Map.<String, Object>of(
                        "wasteCode",
                        code,
                        "number",
                        "BSD-20261123-"
                                + UUID.randomUUID().toString().substring(0, 9).toUpperCase(java.util.Locale.ROOT)))
                .toList();
        return Map.of(
                "driverName",
                "Dominique Chauffeur",
                "plate",
                "AB-123-CD",
                "signature",
                Map.of("kind", "TYPED", "value", "Dominique Chauffeur"),
                "seals",
                List.of("S-4471"),
                "slips",
                slips);
    }

    void handedOver(String run) {
        post(Player.WAREHOUSE, "/pickups/" + run + "/handover", handover(run)).expect(200);
        assertThat(runStatus(run)).isEqualTo("HANDED_OVER");
    }

    BigDecimal estimated(String run) {
        return run(run).path("manifest")
                .valueStream()
                .map(l -> l.path("weightKg").decimalValue())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    void received(String run, BigDecimal weightKg, List<Map<String, Object>> refused, List<String> missing) {
        received(Player.PARTNER, run, weightKg, refused, missing);
    }

    void received(
            Player partner, String run, BigDecimal weightKg, List<Map<String, Object>> refused, List<String> missing) {
        Map<String, Object> reception = new LinkedHashMap<>();
        reception.put("receivedAt", Instant.now().toString());
        reception.put("weightKg", weightKg);
        reception.put("received", "ALL");
        reception.put("refused", refused);
        reception.put("missing", missing);
        post(partner, "/pickups/" + run + "/reception", reception).expect(200);
    }

    Answer treated(String run, BigDecimal weightKg, String operation, String mode) {
        return treated(Player.PARTNER, run, weightKg, operation, mode);
    }

    Answer treated(Player partner, String run, BigDecimal weightKg, String operation, String mode) {
        return post(partner, "/pickups/" + run + "/treatment", treatment(weightKg, operation, mode));
    }

    static Map<String, Object> treatment(BigDecimal weightKg, String operation, String mode) {
        Map<String, Object> fraction = new LinkedHashMap<>();
        fraction.put("kind", "équipements démantelés");
        fraction.put("weightKg", weightKg);
        fraction.put("operation", operation);
        fraction.put("mode", mode);
        fraction.put("destination", "Fonderie d’essai");
        fraction.put("basis", "MEASURED");
        return Map.of(
                "treatedAt",
                Today.inParis().toString(),
                "outcome",
                "RECYCLED",
                "fractions",
                List.of(fraction),
                "method",
                "pesée par fraction");
    }

    /** Certificates in force, by type. */
    Map<String, JsonNode> certificates(String reference) {
        Map<String, JsonNode> byType = new LinkedHashMap<>();
        get(Player.CLIENT, "/certificates?request=" + reference + "&state=ISSUED&limit=200")
                .expect(200)
                .json()
                .path("items")
                .forEach(c -> byType.put(c.path("type").asString(), c));
        return byType;
    }

    /** The officer rules on the open discrepancies of a kind. */
    void resolved(String kind, String outcome) {
        assertThat(resolve(kind, outcome)).isPositive();
    }

    void resolvedAll(String outcome) {
        resolve("", outcome);
    }

    /** The officer tries, and is refused. */
    void refused(String kind, String outcome, int status, String code) {
        JsonNode gap = get(Player.COMPLIANCE, "/discrepancies?limit=200")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .filter(one -> one.path("outcome").isNull()
                        && one.path("kind").asString().equals(kind)
                        && mine(one))
                .findFirst()
                .orElseThrow();
        post(
                        Player.COMPLIANCE,
                        "/discrepancies/" + gap.path("id").asString() + "/resolve",
                        Map.of("outcome", outcome, "reason", "constaté sur place"))
                .refusedWith(status, code);
    }

    /** Shredded by the warehouse, validated by another. */
    void destroyed(String reference, String serial) {
        String medium = "/media/" + medium(reference, serial).path("id").asString();
        Map<String, Object> shredded = new LinkedHashMap<>();
        shredded.put("method", "SHRED");
        shredded.put("norm", "ISO/IEC 21964-1");
        shredded.put("group", "H");
        shredded.put("level", 5);
        shredded.put("particleMm2", 300);
        shredded.put("machine", "broyeur 2");
        shredded.put("happenedAt", Instant.now().toString());
        shredded.put("evidence", "vidéo 7731");
        post(Player.WAREHOUSE, medium + "/destruction", shredded).expect(200);
        post(Player.COMPLIANCE_2, medium + "/destruction/validate", Map.of()).expect(200);
    }

    private int resolve(String kind, String outcome) {
        int ruled = 0;
        for (JsonNode gap : get(Player.COMPLIANCE, "/discrepancies?limit=200")
                .expect(200)
                .json()
                .path("items")) {
            if (gap.path("outcome").isNull() && gap.path("kind").asString().startsWith(kind) && mine(gap)) {
                post(
                                Player.COMPLIANCE,
                                "/discrepancies/" + gap.path("id").asString() + "/resolve",
                                Map.of("outcome", outcome, "reason", "constaté sur place"))
                        .expect(200);
                ruled++;
            }
        }
        return ruled;
    }

    /** Discrepancies of other circuits on the same database are not ours to settle. */
    private boolean mine(JsonNode gap) {
        return tags.contains(gap.path("tag").asString(""))
                || tags.stream().anyMatch(tag -> gap.path("detail").asString("").contains(tag))
                || runs.stream().anyMatch(run -> gap.path("detail").asString("").contains(run));
    }

    /** What waits for this player: {@code kind subject}. */
    List<String> work(Player player) {
        return get(player, "/worklist")
                .expect(200)
                .json()
                .valueStream()
                .map(w -> w.path("kind").asString() + " " + w.path("subject").asString())
                .toList();
    }

    /** The job to its end from a READY request: one run with everything. */
    String departed(String reference) {
        List<String> tags = assets(reference).stream()
                .filter(a -> "TAGGED".equals(a.path("status").asString()))
                .map(a -> a.path("tag").asString())
                .toList();
        String run = confirmed(List.of(reference), List.of());
        loaded(run, tags);
        handedOver(run);
        return run;
    }

    void finished(String reference, String run) {
        BigDecimal weight = estimated(run);
        received(run, weight, List.of(), List.of());
        treated(run, weight, "R 4", "RECYCLAGE").expect(200);
        assertThat(status(reference)).isEqualTo("CLOSED");
    }

    // ------------------------------------------------------------------ the protocol

    void tell(String sentence) {
        protocol.append("\n").append(sentence).append("\n");
    }

    private void write(Player player, String method, String path, Object body, Answer answer) {
        protocol.append("\n**")
                .append(player)
                .append("** `")
                .append(method)
                .append(' ')
                .append(path)
                .append("` → ")
                .append(answer.status())
                .append('\n');
        if (body != null && !(body instanceof byte[])) {
            protocol.append("\n    ")
                    .append(shorten(JSON.writeValueAsString(body)))
                    .append('\n');
        }
        if (answer.type().contains("json")) {
            protocol.append("\n    ")
                    .append(shorten(new String(answer.bytes(), StandardCharsets.UTF_8)))
                    .append('\n');
        }
    }

    private static String shorten(String text) {
        return text.length() > 600 ? text.substring(0, 600) + " …" : text;
    }

    @Override
    public void close() {
        try {
            Path folder = Files.createDirectories(Path.of("target", "circuits"));
            Files.writeString(
                    folder.resolve(name.replace(' ', '-').replaceAll("[^A-Za-z0-9-]", "") + "-" + database + ".md"),
                    protocol);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

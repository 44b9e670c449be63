package eu.boucle.circuits;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.Cast.Player;
import eu.boucle.support.CountedStatements;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** On PostgreSQL, a page or a call sends as many statements for two hundred rows as for ten, and one scan at most four. */
class PageBudgetTests {

    /** Who the token belongs to and whose rows they are; keeping the scan with all that it moves, and telling of it. */
    private static final int SCAN = 2 + 2;

    private static final int FEW = 10;
    private static final int MANY = 200;

    private final Map<Player, Browser> browsers = new EnumMap<>(Player.class);

    @Test
    void oneScanIsFourStatementsAtMost() {
        try (Story story = new Story("budget of a scan", Database.POSTGRESQL)) {
            Lot lot = tagged(story, FEW);
            String run = story.confirmed(List.of(lot.request()), List.of());
            String round = story.open(Player.WAREHOUSE, "LOADING", run);
            story.scan(Player.WAREHOUSE, round, lot.tags().getFirst(), null);
            int before = story.spent.sent();
            assertThat(story.scan(Player.WAREHOUSE, round, lot.tags().getLast(), null))
                    .isEqualTo("ACCEPTED");
            assertThat(story.spent.sent() - before)
                    .as(() -> story.spent.most(10))
                    .isLessThanOrEqualTo(SCAN);
        }
    }

    @Test
    void aLotOfTwoHundredIsReadAsOneOfTen() {
        try (Story story = new Story("budget of pages", Database.POSTGRESQL, true)) {
            Lot few = tagged(story, FEW);
            Lot many = tagged(story, MANY);
            List<Difference> differences = new ArrayList<>();
            for (String path : List.of(
                    "/requests/%s", "/requests/%s/assets", "/requests/%s/labels", "/requests/%s/sanitization")) {
                differences.add(
                        page(story, Player.WAREHOUSE, path.formatted(few.request()), path.formatted(many.request())));
            }
            for (String path : List.of("/requests/%s", "/requests/%s/assets?limit=200", "/requests/%s/timeline")) {
                differences.add(
                        call(story, Player.CLIENT, path.formatted(few.request()), path.formatted(many.request())));
            }
            String fewRun = loading(story, few);
            String manyRun = loading(story, many);
            differences.add(page(story, Player.WAREHOUSE, "/scan/" + few.round(), "/scan/" + many.round()));
            differences.add(page(story, Player.WAREHOUSE, "/runs/" + fewRun, "/runs/" + manyRun));
            differences.add(call(story, Player.WAREHOUSE, "/pickups/" + fewRun, "/pickups/" + manyRun));
            differences.add(page(
                    story,
                    Player.WAREHOUSE,
                    "/assets/" + few.tags().getFirst(),
                    "/assets/" + many.tags().getFirst()));
            assertThat(differences)
                    .allSatisfy(
                            each -> assertThat(each.more()).as(each::toString).isZero());
        }
    }

    @Test
    void aListOfTwoHundredIsReadAsOneOfTen() {
        try (Story story = new Story("budget of lists", Database.POSTGRESQL, true)) {
            List<String> disks = List.of(story.serial("D1"), story.serial("D2"));
            String reference = story.accepted(
                    Story.instruction("ERASE", "HERE", "CLEAR"),
                    List.of(Story.server(story.serial("S1"), disks.getFirst()), Story.monitor(story.serial("M1"))));
            String lost = story.tag(reference, story.serial("M1"));
            story.tagged(reference, lost);
            story.post(Player.WAREHOUSE, "/sanitization/reports", NwipeLog.erased(disks.toArray(String[]::new)))
                    .expect(201);
            story.validated(reference);
            String run = story.departed(reference);
            Map<String, Integer> before = lists(story);
            Map<String, List<UUID>> copies = copies(reference, run);
            try {
                assertThat(lists(story)).isEqualTo(before);
            } finally {
                takeAway(copies);
            }
        }
    }

    private Map<String, Integer> lists(Story story) {
        Map<String, Integer> sent = new LinkedHashMap<>();
        for (Player player : List.of(Player.COMPLIANCE, Player.WAREHOUSE)) {
            for (String path : List.of("/", "/requests", "/runs", "/bench", "/bench/inbox")) {
                sent.put(
                        player + " " + path,
                        statements(story, player, path, true).sent());
            }
        }
        sent.put(
                "COMPLIANCE /discrepancies",
                statements(story, Player.COMPLIANCE, "/discrepancies", true).sent());
        sent.put("CLIENT /", statements(story, Player.CLIENT, "/", true).sent());
        for (String path : List.of("/certificates", "/requests", "/worklist")) {
            sent.put(
                    "CLIENT api " + path,
                    statements(story, Player.CLIENT, path, false).sent());
        }
        for (String path :
                List.of("/discrepancies", "/certificates", "/certificates/blocked", "/worklist", "/pickups")) {
            sent.put(
                    "COMPLIANCE api " + path,
                    statements(story, Player.COMPLIANCE, path, false).sent());
        }
        sent.put(
                "CLIENT /certificates",
                statements(story, Player.CLIENT, "/certificates", true).sent());
        sent.put(
                "PARTNER /runs",
                statements(story, Player.PARTNER, "/runs", true).sent());
        return sent;
    }

    /** Two hundred more of each kind of row that lists show, as copies of one with names of their own, by table. */
    private static Map<String, List<UUID>> copies(String reference, String run) {
        return Map.of(
                "decommissioning_request",
                copies(
                        "decommissioning_request",
                        "reference = ?",
                        reference,
                        "'reference', 'DR-1999-' || lpad(n::text, 6, '0')"),
                "pickup_run",
                copies("pickup_run", "reference = ?", run, "'reference', 'PU-1999-' || lpad(n::text, 6, '0')"),
                "certificate",
                copies(
                        "certificate",
                        "request_reference = ?",
                        reference,
                        "'number', 'CE-1999-' || lpad(n::text, 6, '0'), 'in_force', 'copy ' || n"),
                "discrepancy",
                copies("discrepancy", "outcome is null and kind <> ?", "", "'open_key', 'copy ' || n"),
                "drive_result",
                copies("drive_result", "state = ?", "INBOX", "'position', n"));
    }

    private static List<UUID> copies(String table, String where, String value, String changes) {
        List<UUID> made = BenchStage.owner()
                .queryForList(
                        "insert into " + table + " select (jsonb_populate_record(null::" + table
                                + ", to_jsonb(one) || jsonb_build_object('id',"
                                + " gen_random_uuid(), " + changes + "))).* from (select * from " + table + " where "
                                + where + " limit 1) one, generate_series(1, " + MANY + ") n returning id",
                        UUID.class,
                        value);
        assertThat(made).as(table).hasSize(MANY);
        return made;
    }

    /** The database is that of all circuits: what waits for somebody on its lists is theirs. */
    private static void takeAway(Map<String, List<UUID>> copies) {
        copies.forEach((table, ids) -> BenchStage.owner()
                .update("delete from " + table + " where id = any (?)", (Object) ids.toArray(UUID[]::new)));
    }

    /** @param round of its tagging */
    private record Lot(String request, List<String> tags, String round) {}

    private static Lot tagged(Story story, int screens) {
        Map<String, Object> line = Story.monitor("");
        line.remove("serial");
        line.put("quantity", screens);
        String reference = story.accepted(Story.instruction("NONE", "HERE", "CLEAR"), List.of(line));
        List<String> tags = story.assets(reference).stream()
                .map(asset -> asset.path("tag").asString())
                .toList();
        String round = story.open(Player.WAREHOUSE, "TAGGING", reference);
        scanned(story, round, tags, true);
        story.close(Player.WAREHOUSE, round).expect(200);
        return new Lot(reference, tags, round);
    }

    private static String loading(Story story, Lot lot) {
        String run = story.confirmed(List.of(lot.request()), List.of());
        String round = story.open(Player.WAREHOUSE, "LOADING", run);
        scanned(story, round, lot.tags(), false);
        story.close(Player.WAREHOUSE, round).expect(200);
        return run;
    }

    private static void scanned(Story story, String round, List<String> tags, boolean serials) {
        for (int from = 0; from < tags.size(); from += 500) {
            List<Map<String, Object>> scans = tags.subList(from, Math.min(tags.size(), from + 500)).stream()
                    .map(tag -> {
                        Map<String, Object> scan = new LinkedHashMap<>();
                        scan.put("id", UUID.randomUUID().toString());
                        scan.put("code", tag);
                        scan.put("happenedAt", Instant.now().toString());
                        if (serials) {
                            scan.put("serial", story.serial("X" + tag.replace("-", "")));
                        }
                        return scan;
                    })
                    .toList();
            for (JsonNode answer : story.post(Player.WAREHOUSE, "/scan-rounds/" + round + "/scans", scans)
                    .expect(200)
                    .json()) {
                assertThat(answer.path("answer").asString()).isEqualTo("ACCEPTED");
            }
        }
    }

    private Difference page(Story story, Player player, String few, String many) {
        return difference(story, player, few, many, true);
    }

    private Difference call(Story story, Player player, String few, String many) {
        return difference(story, player, few, many, false);
    }

    /** How many statements more the larger one sends. */
    private record Difference(String path, int few, int many, String most) {

        int more() {
            return many - few;
        }
    }

    private Difference difference(Story story, Player player, String few, String many, boolean html) {
        CountedStatements ofFew = statements(story, player, few, html);
        CountedStatements ofMany = statements(story, player, many, html);
        return new Difference(many, ofFew.sent(), ofMany.sent(), ofMany.most(8));
    }

    private CountedStatements statements(Story story, Player player, String path, boolean html) {
        Browser browser = html
                ? browsers.computeIfAbsent(
                        player,
                        who -> new Browser(Database.POSTGRESQL.address())
                                .signIn(story.cast.emails.get(who), Cast.PASSWORD))
                : null;
        CountedStatements counted = new CountedStatements();
        int status = counted.during(() -> browser == null
                ? story.get(player, path).status()
                : browser.read(path).statusCode());
        assertThat(status).as(path).isEqualTo(200);
        return counted;
    }
}

package eu.boucle.bench;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.circuits.BenchStage;
import eu.boucle.circuits.BenchStage.Tagging;
import eu.boucle.support.SentAgain;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * (b) Scans a second by calls, with token, tenant wall and journal, beside the same statements sent by bare JDBC; each
 * scan tags another asset. The 99th percentile of both is compared too.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScanBench {

    private static final int A_SLICE = 480;
    private static final int BATCH = 50;
    private static final int ROUND = 5_000;
    private static final int WARMING_SLICES = 30;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Deque<String> tags = new ArrayDeque<>();
    private BenchStage stage;
    private Tagging tagging;
    private List<SentAgain> alone;
    private List<SentAgain> together;
    private UUID aloneId;
    private String aloneTag;
    private List<String> togetherTags;

    /** As a service that has been up for an hour: its calls are compiled, its pool is full. */
    @BeforeAll
    void begin() throws Exception {
        stage = new BenchStage();
        for (int i = 0; i < WARMING_SLICES; i++) {
            if (tags.size() < A_SLICE) {
                open(ROUND);
            }
            perSecond(8, calls(take(A_SLICE)), 1, null);
        }
    }

    /** On a round of its own: a request has no more units than one benchmark scans. */
    @BeforeEach
    void rehearse() {
        open(ROUND);
        aloneTag = next();
        String scan = BenchStage.scan(aloneTag);
        aloneId = UUID.fromString(scan.substring(7, 43));
        send("[" + scan + "]");
        String first = BenchStage.scan(next());
        alone = List.of();
        aloneTag = first.replaceAll(".*\"code\":\"([^\"]+)\".*", "$1");
        aloneId = UUID.fromString(first.substring(7, 43));
        alone = BenchStage.kept(() -> send("[" + first + "]"));
        togetherTags = take(BATCH);
        String batch = togetherTags.stream().map(BenchStage::scan).collect(Collectors.joining(",", "[", "]"));
        together = BenchStage.kept(() -> send(batch));
    }

    @AfterAll
    void end() {
        stage.close();
    }

    @Test
    void oneClient() throws Exception {
        singles(1);
    }

    @Test
    void eightClients() throws Exception {
        singles(8);
    }

    @Test
    void thirtyTwoClients() throws Exception {
        singles(32);
    }

    @Test
    void queuesOfFifty() throws Exception {
        Comparison comparison = new Comparison("scans in queues of 50", "/s");
        comparison.slices(
                () -> perSecond(
                        1,
                        batches().stream()
                                .map(batch -> (Callable<Void>) () -> {
                                    send(batch.stream()
                                            .map(BenchStage::scan)
                                            .collect(Collectors.joining(",", "[", "]")));
                                    return null;
                                })
                                .toList(),
                        BATCH,
                        null),
                () -> perSecondBare(1, batches().stream().map(this::queue).toList(), BATCH, null));
        comparison.speed(0.8);
    }

    private void singles(int clients) throws Exception {
        Comparison comparison = new Comparison("scans, " + clients + " clients", "/s");
        List<Double> ours = new ArrayList<>();
        List<Double> floor = new ArrayList<>();
        comparison.slices(
                () -> perSecond(clients, calls(take(A_SLICE)), 1, ours),
                () -> perSecondBare(
                        clients, take(A_SLICE).stream().map(this::bare).toList(), 1, floor));
        comparison.speed(0.5);
        // The first pair warms up.
        ours.subList(0, A_SLICE).clear();
        floor.subList(0, A_SLICE).clear();
        Comparison slowest = new Comparison("  99th percentile", "ms");
        slowest.slices(1, () -> percentile(ours), () -> percentile(floor));
        slowest.times(2);
    }

    private List<Callable<Void>> calls(List<String> scanned) {
        return scanned.stream()
                .map(tag -> (Callable<Void>) () -> {
                    send("[" + BenchStage.scan(tag) + "]");
                    return null;
                })
                .toList();
    }

    /** The statements of one scan, for another tag. */
    private Bare bare(String tag) {
        UUID id = UUID.randomUUID();
        return connection -> {
            for (SentAgain each : alone) {
                each.send(connection, value -> aloneTag.equals(value) ? tag : aloneId.equals(value) ? id : value);
            }
            connection.commit();
        };
    }

    /** The statements of a queue, for other tags. */
    private Bare queue(List<String> others) {
        return connection -> {
            for (SentAgain each : together) {
                UUID id = UUID.randomUUID();
                boolean scan = each.sql().startsWith("with held");
                each.send(connection, value -> {
                    int known = value instanceof String text ? togetherTags.indexOf(text) : -1;
                    return known >= 0 ? others.get(known) : scan && firstOf(each, value) ? id : value;
                });
            }
            connection.commit();
        };
    }

    /** The id of a scan is the first value of its statement that is its own. */
    private static boolean firstOf(SentAgain scan, Object value) {
        return value instanceof UUID
                && scan.values().getFirst().stream()
                        .map(operation -> operation.getArgs()[1])
                        .filter(UUID.class::isInstance)
                        .skip(1)
                        .findFirst()
                        .filter(value::equals)
                        .isPresent();
    }

    interface Bare {
        void send(Connection connection) throws SQLException;
    }

    private static double perSecond(int clients, List<Callable<Void>> calls, int each, List<Double> taken)
            throws Exception {
        try (var pool = Executors.newFixedThreadPool(clients)) {
            long start = System.nanoTime();
            for (Future<Double> done : pool.invokeAll(calls.stream()
                    .map(call -> (Callable<Double>) () -> Comparison.milliseconds(call::call))
                    .toList())) {
                if (taken != null) {
                    taken.add(done.get());
                } else {
                    done.get();
                }
            }
            return calls.size() * each / ((System.nanoTime() - start) / 1e9);
        }
    }

    /** Each client has a connection of its own from the service's pool, as the service has. */
    private static double perSecondBare(int clients, List<Bare> work, int each, List<Double> taken) throws Exception {
        DataSource source = BenchStage.application().getBean(DataSource.class);
        return perSecond(
                clients,
                work.stream()
                        .map(one -> (Callable<Void>) () -> {
                            try (Connection connection = source.getConnection()) {
                                connection.setAutoCommit(false);
                                one.send(connection);
                                connection.setAutoCommit(true);
                            }
                            return null;
                        })
                        .toList(),
                each,
                taken);
    }

    private static double percentile(List<Double> taken) {
        List<Double> sorted = taken.stream().sorted().toList();
        return sorted.get((int) (sorted.size() * 0.99));
    }

    private List<List<String>> batches() {
        List<List<String>> batches = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            batches.add(take(BATCH));
        }
        return batches;
    }

    /** All of one round: the statements name it. */
    private List<String> take(int number) {
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            taken.add(next());
        }
        return taken;
    }

    private String next() {
        return tags.removeFirst();
    }

    private void open(int units) {
        tagging = stage.tagging(units);
        tags.clear();
        tags.addAll(tagging.tags());
    }

    private void send(String body) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(BenchStage.address() + "/api/v1/scan-rounds/" + tagging.round() + "/scans"))
                .header("Authorization", "Bearer " + stage.token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer::body).isEqualTo(200);
            assertThat(answer.body()).contains("ACCEPTED");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}

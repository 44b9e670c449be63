package eu.boucle.custody;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.shared.RunId;
import eu.boucle.support.BoucleTestOnPostgres;
import eu.boucle.support.SentStatements;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;

@BoucleTestOnPostgres
class ScanRulesOnPostgresTests extends ScanRules {

    private static final int SCANNERS = 16;

    /** Half send one scan at a time, half send queues, each in an order of its own: no double, no deadlock, no loss. */
    @Test
    void sixteenScannersAtOnceNeverDouble() throws Exception {
        List<AssetView> lot = tagged(60);
        RoundId round = loading(RunId.next(), lot).id();
        CyclicBarrier start = new CyclicBarrier(SCANNERS);
        List<Callable<List<ScanAnswer>>> scanners = new ArrayList<>();
        for (int scanner = 0; scanner < SCANNERS; scanner++) {
            List<AssetView> order = new ArrayList<>(lot);
            Collections.shuffle(order, new Random(scanner));
            boolean queue = scanner % 2 == 0;
            scanners.add(() -> {
                start.await();
                return queue ? batches(round, order) : singles(round, order);
            });
        }
        List<ScanAnswer> answers = new ArrayList<>();
        try (ExecutorService pool =
                new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(SCANNERS))) {
            for (Future<List<ScanAnswer>> future : pool.invokeAll(scanners)) {
                answers.addAll(future.get());
            }
        }

        assertThat(answers).hasSize(SCANNERS * lot.size());
        assertThat(answers.stream().filter(ScanAnswer.Accepted.class::isInstance))
                .hasSize(lot.size());
        assertThat(answers.stream()
                        .filter(answer -> !(answer instanceof ScanAnswer.Accepted))
                        .map(ScanAnswer::word)
                        .distinct())
                .containsExactly("ALREADY_SCANNED");
        assertThat(register.lot(lot.getFirst().request()))
                .allSatisfy(asset -> assertThat(asset.state()).isEqualTo(AssetState.LOADED));
        assertThat(register.history(lot.getFirst().id()).stream()
                        .filter(move -> move.verb().equals("load")))
                .hasSize(1);
        assertThat(rounds.round(round, storekeeper).found()).isEqualTo(lot.size());
    }

    /** Each accepted scan is one statement; the rest of the call does not grow with the batch. */
    @Test
    void anAcceptedScanIsOneStatement() {
        List<AssetView> lot = tagged(21);
        RoundId round = loading(RunId.next(), lot).id();
        List<ScanCommand> few = lot.subList(0, 2).stream()
                .map(asset -> scan(asset.tag().value(), null))
                .toList();
        List<ScanCommand> many = lot.subList(2, 21).stream()
                .map(asset -> scan(asset.tag().value(), null))
                .toList();
        int sentForFew = SentStatements.during(() -> rounds.scan(round, few, storekeeper));
        int sentForMany = SentStatements.during(() -> rounds.scan(round, many, storekeeper));

        assertThat(sentForMany - sentForFew).isEqualTo(many.size() - few.size());
        assertThat(rounds.round(round, storekeeper).found()).isEqualTo(lot.size());
    }

    private List<ScanAnswer> singles(RoundId round, List<AssetView> order) {
        return order.stream()
                .map(asset -> one(round, asset.tag().value(), null))
                .toList();
    }

    private List<ScanAnswer> batches(RoundId round, List<AssetView> order) {
        List<ScanAnswer> answers = new ArrayList<>();
        for (int from = 0; from < order.size(); from += 20) {
            answers.addAll(rounds.scan(
                    round,
                    order.subList(from, from + 20).stream()
                            .map(asset -> scan(asset.tag().value(), null))
                            .toList(),
                    storekeeper));
        }
        return answers;
    }
}

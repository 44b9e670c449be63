package eu.boucle.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

abstract class DocumentStorageTests {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

    @Autowired
    private Numbers numbers;

    @Autowired
    private Papers papers;

    @Autowired
    private ReceivedFiles files;

    @Autowired
    private JdbcClient sql;

    @Autowired
    private PlatformTransactionManager transactions;

    @Test
    void numbersHaveNoGapWhenManyTransactionsBeginAYearAtOnce() throws Exception {
        UUID issuer = UUID.randomUUID();
        int crowd = 12;
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Long>> drawn = new ArrayList<>();
        try (ExecutorService threads =
                new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(crowd))) {
            for (int i = 0; i < crowd; i++) {
                drawn.add(threads.submit(() -> {
                    start.await();
                    return new TransactionTemplate(transactions).execute(status -> numbers.next(issuer, "CE", 2027));
                }));
            }
            start.countDown();
            List<Long> all = new ArrayList<>();
            for (Future<Long> one : drawn) {
                all.add(one.get());
            }
            assertThat(all)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, crowd).boxed().toList());
        }
    }

    @Test
    void aNumberOfATransactionThatFailedIsGivenAgain() {
        UUID issuer = UUID.randomUUID();
        assertThat(numbers.next(issuer, "DR", 2026)).isEqualTo(1);
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            assertThat(numbers.nextReference(issuer, "DR", 2026)).isEqualTo("DR-2026-000002");
            status.setRollbackOnly();
        });
        assertThat(numbers.nextReference(issuer, "DR", 2026)).isEqualTo("DR-2026-000002");
    }

    @Test
    void eachIssuerSeriesAndYearCountsForItself() {
        UUID issuer = UUID.randomUUID();
        assertThat(numbers.next(issuer, "DR", 2026)).isEqualTo(1);
        assertThat(numbers.next(issuer, "PU", 2026)).isEqualTo(1);
        assertThat(numbers.next(issuer, "DR", 2027)).isEqualTo(1);
        assertThat(numbers.next(UUID.randomUUID(), "DR", 2026)).isEqualTo(1);
        assertThat(numbers.next(issuer, "DR", 2026)).isEqualTo(2);
    }

    @Test
    void aPaperIsServedAsItWasStoredAndFoundByItsHash() {
        UUID request = UUID.randomUUID();
        PaperView first = issue(request, "REQUEST_COPY", NOON);
        PaperView second = issue(request, "REQUEST_COPY", NOON.plusSeconds(60));
        PaperView other = issue(request, "TAKE_BACK", NOON.plusSeconds(120));

        byte[] bytes = papers.bytes(first.id());
        assertThat(new String(bytes, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(bytes).hasSize((int) first.size()).isEqualTo(papers.bytes(first.id()));
        assertThat(Fingerprint.of(bytes)).isEqualTo(first.sha256());
        assertThat(papers.snapshot(first.id())).isEqualTo("{\"client\":\"Łódź\"}");
        assertThat(papers.bySha256(first.sha256().toUpperCase())).contains(first);
        assertThat(papers.bySha256("0".repeat(64))).isEmpty();
        assertThat(papers.about(request)).containsExactly(first, second, other);
        assertThat(papers.latest("REQUEST_COPY", request)).contains(second);
        assertThat(papers.latest("MANIFEST", request)).isEmpty();
    }

    @Test
    void aPaperWhoseStoredBytesWereChangedIsNotServed() {
        PaperView paper = issue(UUID.randomUUID(), "MANIFEST", NOON);
        sql.sql("update paper_content set bytes = :bytes where paper_id = :id")
                .param("bytes", "%PDF-forged".getBytes(StandardCharsets.US_ASCII))
                .param("id", paper.id().value())
                .update();
        assertThatThrownBy(() -> papers.bytes(paper.id()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(paper.number());
    }

    @Test
    void unknownPapersAndFilesAreNotFound() {
        assertThatThrownBy(() -> papers.bytes(new PaperId(UUID.randomUUID()))).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> papers.snapshot(new PaperId(UUID.randomUUID())))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> files.bytes(new FileId(UUID.randomUUID()))).isInstanceOf(NotFound.class);
    }

    @Test
    void aFileReceivedTwiceIsKeptOnceForEachOrganisation() {
        UUID organisation = UUID.randomUUID();
        UUID person = UUID.randomUUID();
        byte[] bytes = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        ReceivedFile first = files.keep(organisation, "C:\\logs\\nwipe\u202e.log", "text/plain", bytes, person, NOON);
        assertThat(first.name()).isEqualTo("nwipe.log");
        ReceivedFile again = files.keep(organisation, "again.log", "text/plain", bytes, null, NOON.plusSeconds(9));
        assertThat(again).isEqualTo(first);
        ReceivedFile elsewhere = files.keep(UUID.randomUUID(), "nwipe.log", "text/plain", bytes, null, NOON);
        assertThat(elsewhere.id()).isNotEqualTo(first.id());
        assertThat(elsewhere.by()).isNull();
        assertThat(files.file(elsewhere.id())).isEqualTo(elsewhere);
        assertThat(files.bytes(first.id())).isEqualTo(bytes);
    }

    @Test
    void twoUploadsOfOneFileAtOnceKeepOne() throws Exception {
        UUID organisation = UUID.randomUUID();
        byte[] bytes = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<FileId>> kept = new ArrayList<>();
        try (ExecutorService threads = new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(8))) {
            for (int i = 0; i < 8; i++) {
                kept.add(threads.submit(() -> {
                    start.await();
                    return files.keep(organisation, "a.log", "text/plain", bytes, null, NOON)
                            .id();
                }));
            }
            start.countDown();
            FileId first = kept.getFirst().get();
            for (Future<FileId> one : kept) {
                assertThat(one.get()).isEqualTo(first);
            }
        }
    }

    @Test
    void emptyAndHugeFilesAreRefused() {
        assertThatThrownBy(() -> keep(new byte[0]))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal ->
                                assertThat(refusal.problems().getFirst().code()).isEqualTo("FILE_EMPTY"));
        assertThatThrownBy(() -> keep(new byte[ReceivedFiles.LARGEST + 1]))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal ->
                                assertThat(refusal.problems().getFirst().code()).isEqualTo("FILE_TOO_LARGE"));
    }

    private void keep(byte[] bytes) {
        files.keep(UUID.randomUUID(), "a.log", "text/plain", bytes, null, NOON);
    }

    private PaperView issue(UUID subject, String type, Instant at) {
        return papers.issue(new IssuePaper(
                type, UUID.randomUUID(), subject, SamplePapers.certificate(3, ""), "{\"client\":\"Łódź\"}", at));
    }
}

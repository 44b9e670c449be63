package eu.boucle.decommissioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.boucle.identity.Actor;
import eu.boucle.shared.Reason;
import eu.boucle.shared.StateForbids;
import eu.boucle.support.BoucleTestOnPostgres;
import eu.boucle.support.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;

@BoucleTestOnPostgres
class RequestDeskOnPostgresTests extends RequestDeskStory {

    @Autowired
    private Environment environment;

    @Test
    void ofTwoOfficersDecidingAtOnceOneWinsAndTheOtherIsToldWhatWasDecided() throws Exception {
        for (int round = 0; round < 5; round++) {
            RequestView view = desk.write(a.asking(Clients.line(Clients.serial())), true, a.client);
            Actor other = b.officer;
            List<Object> answers = atOnce(
                    () -> desk.accept(view.reference(), a.officer).status(),
                    () -> desk.reject(view.reference(), new Reason("No room"), other)
                            .status());

            assertThat(answers).hasSize(2);
            assertThat(answers).filteredOn(RequestStatus.class::isInstance).hasSize(1);
            RequestStatus decided = (RequestStatus) answers.stream()
                    .filter(RequestStatus.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            assertThat(answers)
                    .filteredOn(StateForbids.class::isInstance)
                    .singleElement()
                    .satisfies(refusal -> {
                        assertThat(((StateForbids) refusal).code()).isEqualTo("ALREADY_DECIDED");
                        assertThat(((StateForbids) refusal).arguments()).contains(decided);
                    });
            assertThat(desk.request(view.id()).status()).isEqualTo(decided);
        }
    }

    /** A {@code like} behind a row policy may use no index: see {@link RequestWords}. */
    @Test
    void aPartOfASerialIsFoundByItsIndexAmongMany() {
        String serial = Clients.serial();
        RequestView view = desk.write(a.asking(Clients.line(serial)), true, a.client);
        JdbcClient owner = TestDatabase.owner(environment);
        owner.sql("""
                insert into request_line select made.* from (select l from request_line l where request_id = ?) one,
                    generate_series(2, 20000) n, jsonb_populate_record(one.l, jsonb_build_object(
                        'line', n, 'serial', 'FILLING' || lpad(n::text, 8, '0'),
                        'condition_text', repeat('x', 500))) made
                """).param(view.id().value()).update();
        owner.sql("vacuum analyze request_line").update();
        String uses = "select idx_scan from pg_stat_user_indexes where indexrelname = 'request_line_serial_part'";
        long before = owner.sql(uses).query(Long.class).single();
        try {
            // The server counts what a connection did a second later at most, at its next transaction.
            await("the index is used")
                    .pollInSameThread()
                    .atMost(Duration.ofSeconds(15))
                    .until(() -> {
                        assertThat(desk.page(new RequestFilter(Set.of(), null, serial.substring(3)), null, 10, a.client)
                                        .items())
                                .extracting(RequestRow::reference)
                                .containsExactly(view.reference());
                        return owner.sql(uses).query(Long.class).single() > before;
                    });
        } finally {
            owner.sql("delete from request_line where serial like 'FILLING%'").update();
        }
    }

    @Test
    void aDoubleClickOnSubmitSendsOnce() throws Exception {
        RequestView draft = desk.write(a.asking(Clients.line(Clients.serial())), false, a.client);
        List<Object> answers = atOnce(
                () -> desk.submit(draft.reference(), a.client).status(),
                () -> desk.submit(draft.reference(), a.client).status());
        assertThat(answers).filteredOn(RequestStatus.SUBMITTED::equals).hasSize(1);
        assertThat(answers).filteredOn(StateForbids.class::isInstance).hasSize(1);
    }

    @Test
    void ofTwoClientsAskingForTheSameMachineAtOnceOneIsRefused() throws Exception {
        String serial = Clients.serial();
        List<Object> answers = atOnce(
                () -> desk.write(a.asking(Clients.line(serial)), true, a.client).status(),
                () -> desk.write(b.asking(Clients.line(serial)), true, b.client).status());
        assertThat(answers).filteredOn(RequestStatus.SUBMITTED::equals).hasSize(1);
    }

    /** What each of two people is answered: a status or a refusal. */
    private static List<Object> atOnce(Callable<RequestStatus> one, Callable<RequestStatus> other) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        try (ExecutorService people = new DelegatingSecurityContextExecutorService(Executors.newFixedThreadPool(2))) {
            List<Future<RequestStatus>> futures = new ArrayList<>();
            for (Callable<RequestStatus> person : List.of(one, other)) {
                futures.add(people.submit(() -> {
                    start.await();
                    return person.call();
                }));
            }
            List<Object> answers = new ArrayList<>();
            for (Future<RequestStatus> future : futures) {
                try {
                    answers.add(future.get());
                } catch (ExecutionException e) {
                    answers.add(e.getCause());
                }
            }
            return answers;
        }
    }
}

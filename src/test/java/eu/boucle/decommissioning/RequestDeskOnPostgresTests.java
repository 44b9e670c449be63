package eu.boucle.decommissioning;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.identity.Actor;
import eu.boucle.shared.Reason;
import eu.boucle.shared.StateForbids;
import eu.boucle.support.BoucleTestOnPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.security.concurrent.DelegatingSecurityContextExecutorService;

@BoucleTestOnPostgres
class RequestDeskOnPostgresTests extends RequestDeskStory {

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

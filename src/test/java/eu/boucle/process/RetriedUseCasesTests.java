package eu.boucle.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.boucle.shared.StateForbids;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.junit.jupiter.api.Test;
import org.springframework.aop.framework.ProxyFactory;

class RetriedUseCasesTests {

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void aUseCaseThatLostItsTokenIsTriedAgain() {
        useCase(2).run();
        assertThat(attempts).hasValue(3);
    }

    @Test
    void itGivesUpAfterAFewAttempts() {
        Runnable useCase = useCase(Integer.MAX_VALUE);
        assertThatThrownBy(useCase::run).isInstanceOf(OptimisticLockingException.class);
        assertThat(attempts).hasValue(5);
    }

    @Test
    void aRefusalIsAnAnswer() {
        Runnable refused = proxy(() -> {
            attempts.incrementAndGet();
            throw new StateForbids("CHANGED_MEANWHILE");
        });
        assertThatThrownBy(refused::run).isInstanceOf(StateForbids.class);
        assertThat(attempts).hasValue(1);
    }

    private Runnable useCase(int losses) {
        return proxy(() -> {
            if (attempts.getAndIncrement() < losses) {
                throw new OptimisticLockingException("lost");
            }
        });
    }

    private static Runnable proxy(Runnable target) {
        ProxyFactory factory = new ProxyFactory(target);
        factory.addAdvice(new RetriedUseCases.TriedAgain());
        return (Runnable) factory.getProxy();
    }
}

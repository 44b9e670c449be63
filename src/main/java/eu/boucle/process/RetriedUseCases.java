package eu.boucle.process;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.core.Ordered;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A person's click and a step of the process may move the same token at once; one of the two loses, and its whole
 * transaction with it. The use case is then tried again, a few times, around its outermost transaction: nothing of the
 * lost attempt has stayed. Refusals of the domain are answers and are never tried again.
 */
@Configuration(proxyBeanMethods = false)
class RetriedUseCases {

    private static final int MOST_ATTEMPTS = 5;
    private static final long LONGEST_PAUSE_NANOS = 30_000_000;

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor useCasesTriedAgain() {
        DefaultPointcutAdvisor advisor =
                new DefaultPointcutAdvisor(new AnnotationMatchingPointcut(Transactional.class, true), new TriedAgain());
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE + 100);
        return advisor;
    }

    /** Stands outside the transaction that the use case opens; inside another one it stands aside. */
    static final class TriedAgain implements MethodInterceptor {

        @Override
        public @Nullable Object invoke(MethodInvocation call) throws Throwable {
            if (TransactionSynchronizationManager.isActualTransactionActive()
                    || !(call instanceof org.springframework.aop.ProxyMethodInvocation again)) {
                return call.proceed();
            }
            for (int attempt = 1; ; attempt++) {
                try {
                    return again.invocableClone().proceed();
                } catch (OptimisticLockingException | PessimisticLockingFailureException e) {
                    if (attempt == MOST_ATTEMPTS) {
                        throw e;
                    }
                    // The winner needs a moment to commit; a random one, so that two losers do not meet again.
                    LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS) * attempt);
                }
            }
        }
    }
}

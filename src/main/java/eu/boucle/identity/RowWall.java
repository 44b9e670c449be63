package eu.boucle.identity;

import org.aopalliance.intercept.MethodInterceptor;
import org.springframework.aop.Pointcut;
import org.springframework.aop.support.DefaultPointcutAdvisor;
import org.springframework.aop.support.NameMatchMethodPointcut;
import org.springframework.aop.support.annotation.AnnotationMatchingPointcut;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Role;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.core.Ordered;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.transaction.PlatformTransactionManager;

/** The second wall between organisations: transactions tell the database their reach; what no person asked for is the system's. */
@Configuration(proxyBeanMethods = false)
class RowWall {

    @Bean
    static ApplicationEventMulticaster applicationEventMulticaster(BeanFactory beans) {
        return new FactsAtWork(beans);
    }

    @Bean
    PlatformTransactionManager transactionManager(ObjectProvider<TransactionManagerCustomizers> customizers) {
        TransactionsWithinReach transactions = new TransactionsWithinReach();
        customizers.ifAvailable(known -> known.customize(transactions));
        return transactions;
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor whatTheClockStarts() {
        return asTheSystem(AnnotationMatchingPointcut.forMethodAnnotation(Scheduled.class));
    }

    @Bean
    @Role(BeanDefinition.ROLE_INFRASTRUCTURE)
    static DefaultPointcutAdvisor whatRunsAtStart() {
        NameMatchMethodPointcut run = new NameMatchMethodPointcut();
        run.setMappedName("run");
        run.setClassFilter(type ->
                ApplicationRunner.class.isAssignableFrom(type) && type.getName().startsWith("eu.boucle."));
        return asTheSystem(run);
    }

    private static DefaultPointcutAdvisor asTheSystem(Pointcut where) {
        MethodInterceptor around = call -> {
            try (SystemAtWork.Shift shift = SystemAtWork.begin()) {
                return call.proceed();
            }
        };
        DefaultPointcutAdvisor advisor = new DefaultPointcutAdvisor(where, around);
        advisor.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return advisor;
    }
}

package eu.boucle.process;

import eu.boucle.identity.SystemAtWork;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.TaskExecutor;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The threads on which the engine's jobs run, as the system: few, because each holds a connection of the pool. */
@Configuration(proxyBeanMethods = false)
class JobThreads {

    private static final int MOST = 4;
    private static final int WAITING = 3;
    private static final int PATIENCE_AT_STOP_SECONDS = 20;

    @Bean
    @ConditionalOnProperty(prefix = "camunda.bpm.job-execution", name = "enabled", matchIfMissing = true)
    static TaskExecutor camundaTaskExecutor() {
        ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
        threads.setThreadNamePrefix("job-");
        threads.setCorePoolSize(MOST);
        threads.setMaxPoolSize(MOST);
        threads.setQueueCapacity(WAITING);
        threads.setTaskDecorator(job -> () -> SystemAtWork.run(job));
        threads.setWaitForTasksToCompleteOnShutdown(true);
        threads.setAwaitTerminationSeconds(PATIENCE_AT_STOP_SECONDS);
        return threads;
    }
}

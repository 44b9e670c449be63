package eu.boucle.process;

import eu.boucle.flow.ClockMoved;
import eu.boucle.identity.SystemAtWork;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Does the work of the job executor in the demo profile, where our clock can be moved and starts in the past: what is
 * due is due by our clock, and the engine's own clock is never touched.
 */
@Component
@Profile("demo")
class DueTimers {

    private static final Logger LOG = LoggerFactory.getLogger(DueTimers.class);
    private static final int MOST_ROUNDS = 100;
    private static final int PAGE = 200;
    private static final Duration AGAIN = Duration.ofSeconds(1);

    private final ManagementService jobs;
    private final Clock clock;
    private final TransactionTemplate apart;
    private final ReentrantLock one = new ReentrantLock();

    DueTimers(ManagementService jobs, Clock clock, PlatformTransactionManager transactions) {
        this.jobs = jobs;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    @EventListener
    void on(ClockMoved moved) {
        apart.executeWithoutResult(ignored -> SystemAtWork.run(this::runAll));
    }

    @Scheduled(fixedDelay = 1000)
    void tick() {
        runAll();
    }

    private void runAll() {
        one.lock();
        try {
            Set<String> failed = new HashSet<>();
            for (int round = 0; round < MOST_ROUNDS && runRound(failed); round++) {
                LOG.trace("round {}", round);
            }
        } finally {
            one.unlock();
        }
    }

    private boolean runRound(Set<String> failed) {
        Date now = Date.from(clock.instant());
        boolean any = false;
        for (Job job : due(now)) {
            if (!failed.contains(job.getId())) {
                any = true;
                run(job, failed);
            }
        }
        return any;
    }

    /** A step behind a click has no due date; one that failed, and a timer, are due by our clock. */
    private List<Job> due(Date now) {
        List<Job> found = new ArrayList<>(
                jobs.createJobQuery().active().withRetriesLeft().messages().listPage(0, PAGE));
        found.removeIf(job -> job.getDuedate() != null && job.getDuedate().after(now));
        found.addAll(jobs.createJobQuery()
                .active()
                .withRetriesLeft()
                .timers()
                .duedateLowerThan(now)
                .orderByJobDuedate()
                .asc()
                .listPage(0, PAGE));
        return found;
    }

    private void run(Job job, Set<String> failed) {
        try {
            jobs.executeJob(job.getId());
        } catch (RuntimeException e) {
            failed.add(job.getId());
            if (jobs.createJobQuery().jobId(job.getId()).count() == 0) {
                LOG.debug("Job {} of {} was done by another node", job.getId(), job.getProcessDefinitionKey());
                return;
            }
            // The engine dates a retry by its own clock, which ours may be far behind: it is tried again soon by ours.
            jobs.setJobDuedate(job.getId(), Date.from(clock.instant().plus(AGAIN)));
            if (e instanceof OptimisticLockingException) {
                LOG.debug("Job {} of {} met somebody's click", job.getId(), job.getProcessDefinitionKey());
            } else {
                LOG.warn("Job {} of {} failed: {}", job.getId(), job.getProcessDefinitionKey(), e.getMessage());
            }
        }
    }
}

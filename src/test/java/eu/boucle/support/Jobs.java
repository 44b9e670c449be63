package eu.boucle.support;

import java.time.Clock;
import java.util.Comparator;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.springframework.stereotype.Component;

/** Does by hand what the job executor does in the running application: the steps of the process that run after a click. */
@Component
public class Jobs {

    private static final int MOST_ROUNDS = 200;

    private final ManagementService jobs;
    private final Clock clock;

    public Jobs(ManagementService jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** Runs every job that is due by our clock, and those that follow from it, until none is left. A job that fails is left for an incident. */
    public int runAll() {
        return runUntil(Date.from(clock.instant()));
    }

    /** @param step runs each of them: finding out what is due is the clock's work, not the job's */
    public int runAll(Consumer<Runnable> step) {
        return runUntil(Date.from(clock.instant()), step);
    }

    /** As {@link #runAll()}, with every timer that is due before this instant. */
    public int runUntil(Date instant) {
        return runUntil(instant, Runnable::run);
    }

    private int runUntil(Date instant, Consumer<Runnable> step) {
        Set<String> failed = new HashSet<>();
        int done = 0;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<Job> due = jobs.createJobQuery().active().withRetriesLeft().list().stream()
                    .filter(job -> !failed.contains(job.getId()))
                    .filter(job -> job.getDuedate() == null || !job.getDuedate().after(instant))
                    .sorted(Comparator.comparing(Job::getCreateTime))
                    .toList();
            if (due.isEmpty()) {
                return done;
            }
            for (Job job : due) {
                try {
                    step.accept(() -> jobs.executeJob(job.getId()));
                    done++;
                } catch (RuntimeException e) {
                    failed.add(job.getId());
                    System.err.println("job " + job.getId() + " failed: " + e);
                }
            }
        }
        throw new IllegalStateException("Jobs without end");
    }
}

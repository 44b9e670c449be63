package eu.boucle.support;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** Counts the statements that {@code JdbcClient} and {@code JdbcTemplate} send on this thread; a batch counts once. */
public final class SentStatements {

    private SentStatements() {}

    public static int during(Supplier<?> work) {
        AtomicInteger sent = new AtomicInteger();
        Thread here = Thread.currentThread();
        Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        Level before = logger.getLevel();
        boolean additive = logger.isAdditive();
        AppenderBase<ILoggingEvent> counter = new AppenderBase<>() {
            @Override
            protected void append(ILoggingEvent event) {
                if (Thread.currentThread() == here
                        && event.getFormattedMessage().startsWith("Executing prepared SQL statement")) {
                    sent.incrementAndGet();
                }
            }
        };
        counter.start();
        logger.addAppender(counter);
        logger.setAdditive(false);
        logger.setLevel(Level.DEBUG);
        try {
            work.get();
        } finally {
            logger.setLevel(before);
            logger.setAdditive(additive);
            logger.detachAppender(counter);
        }
        return sent.get();
    }
}

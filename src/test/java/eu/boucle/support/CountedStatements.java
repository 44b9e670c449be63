package eu.boucle.support;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Counts every statement that an application sends to its database, whoever sends it: JDBC, JPA or the engine; a batch
 * counts once. What runs by the clock beside the work is not counted.
 */
public final class CountedStatements implements BeanPostProcessor {

    private static final List<CountedStatements> COUNTING = new CopyOnWriteArrayList<>();

    private final boolean keeping;
    private final List<SentAgain> kept = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger sent = new AtomicInteger();
    private final Map<String, Integer> byText = new ConcurrentHashMap<>();

    public CountedStatements() {
        this(false);
    }

    /** @param keeping whether each statement is kept with its values, to be sent again */
    public CountedStatements(boolean keeping) {
        this.keeping = keeping;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source
                ? ProxyDataSourceBuilder.create(source)
                        .listener(new QueryExecutionListener() {
                            @Override
                            public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
                                count(queries);
                            }

                            @Override
                            public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
                                // counted before it ran, so that one that fails counts too
                            }
                        })
                        .build()
                : bean;
    }

    private static void count(List<QueryInfo> queries) {
        if (Thread.currentThread().getName().startsWith("scheduling-")) {
            return;
        }
        for (CountedStatements each : COUNTING) {
            each.sent.incrementAndGet();
            each.byText.merge(queries.getFirst().getQuery(), 1, Integer::sum);
            if (each.keeping) {
                each.kept.add(SentAgain.of(queries));
            }
        }
    }

    /** Adds what this work sends, from whatever thread. */
    public <T> T during(Supplier<T> work) {
        COUNTING.add(this);
        try {
            return work.get();
        } finally {
            COUNTING.remove(this);
        }
    }

    public void during(Runnable work) {
        during(() -> {
            work.run();
            return this;
        });
    }

    /** In the order sent. */
    public List<SentAgain> kept() {
        return List.copyOf(kept);
    }

    public int sent() {
        return sent.get();
    }

    /** The statements sent most often, for a budget that is broken: where it went. */
    public String most(int lines) {
        return byText.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .limit(lines)
                .map(each -> each.getValue() + " × " + each.getKey().replaceAll("\\s+", " "))
                .collect(Collectors.joining("\n"));
    }
}

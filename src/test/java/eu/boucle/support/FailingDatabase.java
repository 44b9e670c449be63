package eu.boucle.support;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.Statement;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;

/**
 * Stands before the data source and counts what goes over the wire: connections taken, statements, commits, rollbacks.
 * Armed, it breaks the connection at the k-th of them, before it ran or after it ran with the answer lost; everything
 * later on that connection fails too, as on a cable that was cut. Unarmed, it only passes on.
 */
public final class FailingDatabase implements BeanPostProcessor {

    /** Whether the database still heard the call that fails. */
    public enum Moment {
        BEFORE,
        AFTER
    }

    private static final Set<String> SENT = Set.of(
            "execute",
            "executeQuery",
            "executeUpdate",
            "executeBatch",
            "executeLargeUpdate",
            "executeLargeBatch",
            "commit",
            "rollback");
    private static final String CUT = "08006";

    private static @Nullable Cut armed;
    private static Met met = new Met(0, null);

    private static final class Cut {

        private final int at;
        private final boolean commits;
        private final Moment moment;
        private int seen;
        private @Nullable String fired;

        private Cut(int at, boolean commits, Moment moment) {
            this.at = at;
            this.commits = commits;
            this.moment = moment;
        }
    }

    /** What an armed piece of work met. @param call the call that failed, null when there were fewer calls */
    public record Met(int calls, @Nullable String call) {

        public boolean fired() {
            return call != null;
        }

        public boolean commit() {
            return "commit".equals(call);
        }
    }

    /**
     * Lets the k-th call fail during this work, on whatever thread it is made.
     *
     * @param commits whether commits alone are counted
     */
    public static Met during(int k, boolean commits, Moment moment, Runnable work) {
        synchronized (FailingDatabase.class) {
            if (armed != null) {
                throw new IllegalStateException("one at a time");
            }
            armed = new Cut(k, commits, moment);
        }
        try {
            work.run();
        } finally {
            synchronized (FailingDatabase.class) {
                Cut cut = armed;
                armed = null;
                met = new Met(cut.seen, cut.fired);
            }
        }
        return met;
    }

    /** @return whether this call, which is about to be made, fails at this moment */
    private static synchronized boolean fails(Moment moment, String call) {
        Cut cut = armed;
        if (cut == null || cut.commits && !"commit".equals(call)) {
            return false;
        }
        if (moment == Moment.BEFORE) {
            cut.seen++;
        }
        if (cut.seen == cut.at && cut.moment == moment && cut.fired == null) {
            cut.fired = call;
            return true;
        }
        return false;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? wrapped(DataSource.class, new Source(source)) : bean;
    }

    private static <T> T wrapped(Class<T> type, InvocationHandler handler) {
        return type.cast(
                Proxy.newProxyInstance(FailingDatabase.class.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static @Nullable Object pass(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static SQLException cut(String call) {
        return new SQLRecoverableException("the cable was cut at " + call, CUT);
    }

    private record Source(DataSource real) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            if (!"getConnection".equals(method.getName())) {
                return pass(real, method, arguments);
            }
            if (fails(Moment.BEFORE, "getConnection")) {
                throw cut("getConnection");
            }
            Connection connection = (Connection) pass(real, method, arguments);
            if (fails(Moment.AFTER, "getConnection")) {
                connection.close();
                throw cut("getConnection");
            }
            return wrapped(Connection.class, new Wire(connection));
        }
    }

    private static final class Wire implements InvocationHandler {

        private final Connection real;
        private boolean cut;

        private Wire(Connection real) {
            this.real = real;
        }

        @Override
        public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) throws Throwable {
            switch (method.getName()) {
                case "close" -> {
                    if (cut && !real.getAutoCommit()) {
                        real.rollback();
                    }
                    real.close();
                    return null;
                }
                case "isClosed", "unwrap", "isWrapperFor", "toString", "hashCode" -> {
                    return pass(real, method, arguments);
                }
                case "equals" -> {
                    return proxy == arguments[0];
                }
                default -> {
                    Object result = sent(real, method, arguments);
                    return result instanceof Statement statement ? wrapped(statement) : result;
                }
            }
        }

        private @Nullable Object sent(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
            if (cut) {
                throw cut(method.getName());
            }
            boolean counts = SENT.contains(method.getName());
            cut = counts && fails(Moment.BEFORE, method.getName());
            if (cut) {
                throw cut(method.getName());
            }
            Object result = pass(target, method, arguments);
            cut = counts && fails(Moment.AFTER, method.getName());
            if (cut) {
                throw cut(method.getName());
            }
            return result;
        }

        private Statement wrapped(Statement statement) {
            Class<? extends Statement> type = statement instanceof CallableStatement
                    ? CallableStatement.class
                    : statement instanceof PreparedStatement ? PreparedStatement.class : Statement.class;
            return FailingDatabase.wrapped(type, (proxy, method, arguments) -> switch (method.getName()) {
                case "close", "isClosed", "unwrap", "isWrapperFor", "toString", "hashCode" ->
                    pass(statement, method, arguments);
                case "equals" -> proxy == arguments[0];
                default -> sent(statement, method, arguments);
            });
        }
    }
}

package eu.boucle.identity;

import eu.boucle.shared.Dialect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * How far a transaction reaches on PostgreSQL, in the words its row policies read (ADR 0010): everything for staff and
 * the system; else the ids of the person's organisations, and the word {@code settings} for an administrator. This is
 * the second wall: the first is the {@link Scope} that each query takes.
 */
final class Reach {

    static final String EVERYTHING = "*";

    private static final String TELL = "select set_config('boucle.reach', ?, true)";
    private static final String SETTINGS = "settings";

    /** Whether this thread is just asking who is there, which may read a session, in a transaction of its own. */
    private static final ThreadLocal<Boolean> ASKING = ThreadLocal.withInitial(() -> false);

    private Reach() {}

    /** Empty when nobody proved anything on this thread: then no row of an organisation is shown. */
    static String ofThisThread() {
        if (ASKING.get()) {
            return "";
        }
        ASKING.set(true);
        try {
            return SecurityContextHolder.getContext().getAuthentication() instanceof ProvenActor known
                            && known.proven() instanceof Actor actor
                    ? of(actor)
                    : "";
        } finally {
            ASKING.remove();
        }
    }

    /** One statement, for the transaction that runs on this connection; other databases have no such wall. */
    static void tell(Connection connection, String reach) throws SQLException {
        if (Dialect.of(connection) == Dialect.POSTGRESQL) {
            try (PreparedStatement statement = connection.prepareStatement(TELL)) {
                statement.setString(1, reach);
                statement.execute();
            }
        }
    }

    static String of(Actor actor) {
        if (actor.isStaff()) {
            return EVERYTHING;
        }
        Stream<String> words = actor.is(Role.ADMIN) ? Stream.of(SETTINGS) : Stream.of();
        return Stream.concat(
                        words,
                        actor.organisations().stream()
                                .map(OrganisationId::toString)
                                .sorted())
                .collect(Collectors.joining(","));
    }
}

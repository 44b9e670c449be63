package eu.boucle.identity;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;

/**
 * The system doing what no person asked for at this moment: jobs, timers, what runs at start. Its {@link Reach} is
 * everything. Never begun inside a transaction, whose reach is settled when it begins.
 */
public final class SystemAtWork extends AbstractAuthenticationToken implements ProvenActor {

    @Serial
    private static final long serialVersionUID = 1;

    private SystemAtWork() {
        super(List.of());
        setAuthenticated(true);
    }

    /** Works as the system on this thread, then is again who it was. */
    public static void run(Runnable work) {
        try (Shift shift = begin()) {
            work.run();
        }
    }

    /** From now on this thread is the system's, until the shift is closed. */
    public static Shift begin() {
        Shift shift = new Shift(SecurityContextHolder.getContext());
        SecurityContextHolder.setContext(new SecurityContextImpl(new SystemAtWork()));
        return shift;
    }

    /** Closing it gives the thread back to whoever had it before. */
    public record Shift(SecurityContext before) implements AutoCloseable {

        @Override
        public void close() {
            SecurityContextHolder.setContext(before);
        }
    }

    @Override
    public Actor proven() {
        return Actor.system();
    }

    @Override
    public Object getPrincipal() {
        return "system";
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }
}

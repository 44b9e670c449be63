package eu.boucle.identity;

import java.io.Serial;
import java.util.List;
import java.util.function.Supplier;
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
        call(() -> {
            work.run();
            return true;
        });
    }

    public static <T> T call(Supplier<T> work) {
        SecurityContext before = SecurityContextHolder.getContext();
        SecurityContextHolder.setContext(new SecurityContextImpl(new SystemAtWork()));
        try {
            return work.get();
        } finally {
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

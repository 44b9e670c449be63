package eu.boucle.identity;

import org.jspecify.annotations.Nullable;

/** What a security context must hold for {@link Reach}: somebody who proved who she is, or the system at work. */
public interface ProvenActor {

    /** Absent when a stored session was just read back and its account is not known yet. */
    @Nullable
    Actor proven();
}

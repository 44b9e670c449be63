/** Ports through which anyone sees the process, without a word of the engine: what waits for whom, where a case stands, what is stuck. */
@ApplicationModule(allowedDependencies = {"shared", "identity"})
@NullMarked
package eu.boucle.flow;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

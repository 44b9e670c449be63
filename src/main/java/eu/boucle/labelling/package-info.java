/** Label batches on named media: sheets and rolls, printed so that every code is read back. */
@ApplicationModule(allowedDependencies = {"shared", "identity", "flow", "scancode", "document", "asset"})
@NullMarked
package eu.boucle.labelling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

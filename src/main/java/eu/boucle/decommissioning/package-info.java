/** The client's request: its lines, its site, its instruction for the data, its window, and its life from draft to closed. */
@ApplicationModule(allowedDependencies = {"shared", "identity", "flow", "scancode", "reference", "asset", "document"})
@NullMarked
package eu.boucle.decommissioning;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

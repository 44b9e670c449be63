/** The asset register: each item, the media expected in it, its state, its clearance to leave, its WEEE category and waste code. */
@ApplicationModule(allowedDependencies = {"shared", "identity", "flow", "scancode", "reference"})
@NullMarked
package eu.boucle.asset;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

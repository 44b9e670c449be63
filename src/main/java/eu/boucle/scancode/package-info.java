/** The grammar of what we print and read: asset tags with their check character, and the codes that carry them. The only room that knows ZXing. */
@ApplicationModule(allowedDependencies = {"shared", "identity"})
@NullMarked
package eu.boucle.scancode;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Who holds which item since when: scan rounds, scans and discrepancies. Answers where an item is; does not know why it moves. */
@ApplicationModule(allowedDependencies = {"shared", "identity", "flow", "scancode", "asset", "document"})
@NullMarked
package eu.boucle.custody;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** What became of the equipment: outcomes, fractions, operations, mass balance. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "flow",
            "scancode",
            "reference",
            "asset",
            "custody",
            "decommissioning",
            "pickup"
        })
@NullMarked
package eu.boucle.treatment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Evidence for each medium: reports read, verdicts, manual records, destruction under two pairs of eyes. Clears an asset or condemns a medium. */
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
            "document"
        })
@NullMarked
package eu.boucle.sanitization;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Certificates: issued once, versioned, revocable, checkable by anyone; and the list of what blocks each. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "flow",
            "scancode",
            "reference",
            "document",
            "asset",
            "custody",
            "decommissioning",
            "sanitization",
            "pickup",
            "treatment"
        })
@NullMarked
package eu.boucle.certificate;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

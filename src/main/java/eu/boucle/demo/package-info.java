/** The demo profile: organisations, accounts and stories told through the use cases. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "scancode",
            "document",
            "ledger",
            "flow",
            "reference",
            "asset",
            "custody",
            "decommissioning",
            "labelling",
            "sanitization",
            "pickup",
            "treatment",
            "certificate"
        })
@NullMarked
package eu.boucle.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

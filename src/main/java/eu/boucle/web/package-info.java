/** All HTML and JSON: controllers, forms, page models, security, error pages. Holds no decision. */
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
            "certificate",
            "notification"
        })
@NullMarked
package eu.boucle.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

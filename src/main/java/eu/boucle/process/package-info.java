/** The engine adapter. Listens to domain events, moves tokens, calls use cases; implements the ports of flow and the two decision ports. The only room that knows the engine. */
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
package eu.boucle.process;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

/** Runs of the recycling partner: its sites, permits and receipts; confirmation, loading, handover, slip numbers and weigh-in. */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "flow",
            "scancode",
            "asset",
            "custody",
            "decommissioning",
            "document"
        })
@NullMarked
package eu.boucle.pickup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

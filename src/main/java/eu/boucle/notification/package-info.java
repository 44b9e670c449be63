/**
 * Letters: what is to be told to people is written down in the transaction of the fact that it tells (the outbox), and
 * leaves by mail afterwards, from whichever node comes first, at least once and under one message id. Without a mail
 * server nothing is written down. Decides nothing: whoever waits for an answer finds it on screen all the same.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "identity",
            "flow",
            "asset",
            "custody",
            "decommissioning",
            "sanitization",
            "pickup",
            "certificate"
        })
@NullMarked
package eu.boucle.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

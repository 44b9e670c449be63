/** The append-only journal: one row for every domain event, written in the transaction that caused it. */
@ApplicationModule(allowedDependencies = {"shared", "identity"})
@NullMarked
package eu.boucle.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

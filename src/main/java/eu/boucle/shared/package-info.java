/** Values that every floor speaks: weights with their basis, periods, addresses, serial numbers, references, refusals and the shape of a domain event. No Spring, no entity. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package eu.boucle.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

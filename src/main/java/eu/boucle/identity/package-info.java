/** Who is acting: organisations (the tenants), their sites, people, roles and API tokens. Knows nothing of equipment. */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package eu.boucle.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

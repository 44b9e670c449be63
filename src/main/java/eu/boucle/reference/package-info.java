/** Reference tables: rows with a source that the law or the trade changed and will change. Each row has versions, and the date of a case chooses the one in force. Does not know what the rows are used for. */
@ApplicationModule(allowedDependencies = {"shared", "identity"})
@NullMarked
package eu.boucle.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

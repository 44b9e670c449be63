/** The decision tables, shown as they are. */
@NullMarked
package eu.boucle.web.decision;

import org.jspecify.annotations.NullMarked;

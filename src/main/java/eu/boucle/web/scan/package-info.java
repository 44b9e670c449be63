/** The scan station: one field, one answer, one list. */
@NullMarked
package eu.boucle.web.scan;

import org.jspecify.annotations.NullMarked;

/** The reference tables, their rows and versions, for the compliance officer. */
@NullMarked
package eu.boucle.web.reference;

import org.jspecify.annotations.NullMarked;

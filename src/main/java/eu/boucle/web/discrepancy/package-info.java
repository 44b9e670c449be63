/** The gaps between declared, collected and received, and their end. */
@NullMarked
package eu.boucle.web.discrepancy;

import org.jspecify.annotations.NullMarked;

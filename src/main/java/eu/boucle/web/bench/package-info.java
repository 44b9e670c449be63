/** The wiping bench: an asset's media, reports, manual records, destruction, doubts, and the second person's validation. */
@NullMarked
package eu.boucle.web.bench;

import org.jspecify.annotations.NullMarked;

/** One item with everything that happened to it, and the items of a request. */
@NullMarked
package eu.boucle.web.item;

import org.jspecify.annotations.NullMarked;

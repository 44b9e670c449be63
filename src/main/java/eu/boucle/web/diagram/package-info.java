/** The live diagram of a request: where its tokens stand. */
@NullMarked
package eu.boucle.web.diagram;

import org.jspecify.annotations.NullMarked;

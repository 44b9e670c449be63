/** The page where labels of a request are chosen, previewed and printed. */
@NullMarked
package eu.boucle.web.labels;

import org.jspecify.annotations.NullMarked;

/** What certificates say: their wording, written by one officer and approved by another. */
@NullMarked
package eu.boucle.web.wording;

import org.jspecify.annotations.NullMarked;

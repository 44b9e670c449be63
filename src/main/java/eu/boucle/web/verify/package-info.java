/** The public page on which anybody checks a certificate. */
@NullMarked
package eu.boucle.web.verify;

import org.jspecify.annotations.NullMarked;

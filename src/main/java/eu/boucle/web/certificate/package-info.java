/** The vault of certificates: what is blocked, what was issued, each with its chain of proof. */
@NullMarked
package eu.boucle.web.certificate;

import org.jspecify.annotations.NullMarked;

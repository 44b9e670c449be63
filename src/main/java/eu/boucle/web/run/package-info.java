/** The partner's runs on screen: planned, confirmed, loaded, handed over, received. */
@NullMarked
package eu.boucle.web.run;

import org.jspecify.annotations.NullMarked;

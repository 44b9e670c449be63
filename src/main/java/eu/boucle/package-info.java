@NullMarked
package eu.boucle;

import org.jspecify.annotations.NullMarked;

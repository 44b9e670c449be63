/** People and their rights, for administrators. */
@NullMarked
package eu.boucle.web.people;

import org.jspecify.annotations.NullMarked;

/** What the partner did with a run: its report by form or file, and the officer's word on masses that differ. */
@NullMarked
package eu.boucle.web.treatment;

import org.jspecify.annotations.NullMarked;

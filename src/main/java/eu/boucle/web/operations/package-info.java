/** What runs behind the scenes: stuck steps to try again, and the demo's clock. */
@NullMarked
package eu.boucle.web.operations;

import org.jspecify.annotations.NullMarked;

/** One's own account: name, language, password, second factor, sessions, API tokens. */
@NullMarked
package eu.boucle.web.account;

import org.jspecify.annotations.NullMarked;

/** Pages of a client's requests: the list, the form, the request with its story. */
@NullMarked
package eu.boucle.web.request;

import org.jspecify.annotations.NullMarked;

/** Set-up: organisations, sites of clients, partner records, settings of clients and of the host, the first start. */
@NullMarked
package eu.boucle.web.setup;

import org.jspecify.annotations.NullMarked;

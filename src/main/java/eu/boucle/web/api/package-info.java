/** The API: everything a page can do, a program can do. Names and manner are fixed, because clients rely on them. */
@NullMarked
package eu.boucle.web.api;

import org.jspecify.annotations.NullMarked;

package eu.boucle.reference;

import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table to list.
 *
 * @param text found in any cell, whatever its case
 * @param changedOnly only rows that the officer changed, or that a release offers to change
 */
public record RowFilter(@Nullable String text, boolean changedOnly) {}

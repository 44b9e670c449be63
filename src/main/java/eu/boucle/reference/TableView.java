package eu.boucle.reference;

/**
 * A table in figures.
 *
 * @param rows in force on the day
 * @param changed rows that the officer changed or added
 * @param offered rows whose new wording of a release the officer has not taken up
 */
public record TableView(ReferenceTable table, int edition, int rows, int changed, int offered) {}

package eu.boucle.asset;

/** A category of waste electrical and electronic equipment: a row of {@code reference/weee-categories.csv}. */
public record WeeeCategory(String category, String labelFr, String labelEn) {}

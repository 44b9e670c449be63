package eu.boucle.labelling;

/** A named medium that labels are printed on. Sizes in millimetres. */
public enum LabelMedia {
    /** A4 sheet of 3 × 8 labels of 70 × 37 mm. */
    SHEET_A4_24,
    /** Endless roll 62 mm wide, one label of 62 × 29 mm a page. */
    ROLL_62
}

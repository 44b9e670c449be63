package eu.boucle.sanitization;

import eu.boucle.asset.SanitizationLevel;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Port: the decision table that says whether a technique on a medium reaches the level asked. Implemented by the engine's adapter. */
public interface TechniquePolicy {

    /**
     * @param mediumKey a key of the column {@code medium}: {@code SSD_ATA}
     * @param day when the work was done: the reference row in force that day is the table's input
     */
    Answer judge(String mediumKey, String technique, SanitizationLevel asked, LocalDate day);

    /** @param reached absent when the technique is not known for that medium */
    record Answer(@Nullable SanitizationLevel reached, boolean enough, String verification, String standard) {}
}

package eu.boucle.decommissioning;

import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;

/**
 * Command: ask the client about one asset.
 *
 * @throws Invalid {@code QUESTION_MISSING} or {@code TEXT_TOO_LONG}
 */
public record AskQuestion(AssetTag tag, String question, boolean blocking) {

    private static final int LONGEST = 2000;

    public AskQuestion {
        question = question.strip();
        if (question.length() < 3) {
            throw Invalid.field("question", "QUESTION_MISSING", question);
        }
        if (question.length() > LONGEST) {
            throw Invalid.field("question", "TEXT_TOO_LONG", question, LONGEST);
        }
    }
}

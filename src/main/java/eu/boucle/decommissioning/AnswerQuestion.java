package eu.boucle.decommissioning;

import eu.boucle.shared.Invalid;
import org.jspecify.annotations.Nullable;

/**
 * Command: the client's answer, with a file when there is one.
 *
 * @throws Invalid {@code ANSWER_MISSING} or {@code TEXT_TOO_LONG}
 */
public record AnswerQuestion(
        QuestionId question, String answer, @Nullable Attachment file) {

    private static final int LONGEST = 4000;

    public AnswerQuestion {
        answer = answer.strip();
        if (answer.isEmpty()) {
            throw Invalid.field("answer", "ANSWER_MISSING", answer);
        }
        if (answer.length() > LONGEST) {
            throw Invalid.field("answer", "TEXT_TOO_LONG", answer, LONGEST);
        }
    }

    /** A file as received. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    public record Attachment(String name, String mediaType, byte[] bytes) {}
}

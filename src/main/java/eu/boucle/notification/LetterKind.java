package eu.boucle.notification;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** What a letter tells. */
public enum LetterKind {
    INVITATION,
    NEW_PASSWORD,
    FORGOTTEN_PASSWORD,
    REQUEST_ACCEPTED,
    REQUEST_RETURNED,
    REQUEST_REJECTED,
    REQUEST_CANCELLED,
    REQUEST_CLOSED,
    QUESTION_ASKED,
    QUESTION_REMINDED,
    RUN_PROPOSED,
    RUN_REMINDED,
    RUN_CONFIRMED,
    RUN_DECLINED,
    RUN_CANCELLED,
    TREATMENT_REMINDED,
    WORK_OVERDUE,
    DISCREPANCY_OPENED,
    MEDIUM_LOST,
    LOSS_LETTER;

    /** Those with a link to choose a password: they come whether or not somebody wants to be told things. */
    static final Set<LetterKind> LINKS = EnumSet.of(INVITATION, NEW_PASSWORD, FORGOTTEN_PASSWORD);

    /** After this time the letter would only astonish: it is given up. */
    Duration worthTrying() {
        return this == FORGOTTEN_PASSWORD ? Duration.ofHours(1) : Duration.ofDays(30);
    }
}

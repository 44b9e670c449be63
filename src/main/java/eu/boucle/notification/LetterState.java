package eu.boucle.notification;

/** WAITING → SENT, GIVEN_UP (the mail server refused it too often), or DROPPED: nobody to tell any more, or no longer true. */
enum LetterState {
    WAITING,
    SENT,
    GIVEN_UP,
    DROPPED
}

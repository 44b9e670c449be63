package eu.boucle.certificate;

import java.time.Instant;

/** Something that came to light after a certificate was issued. @param note what it is about */
public record RevisionView(String certificate, RevisionCause cause, String note, Instant proposedAt) {}

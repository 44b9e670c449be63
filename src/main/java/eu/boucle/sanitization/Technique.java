package eu.boucle.sanitization;

import eu.boucle.asset.SanitizationLevel;

/** A row of {@code reference/sanitization-techniques.csv}. */
public record Technique(
        String medium,
        String technique,
        SanitizationLevel level,
        String standard,
        String verification,
        String conditions,
        String status) {}

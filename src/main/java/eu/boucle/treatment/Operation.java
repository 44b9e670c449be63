package eu.boucle.treatment;

import java.util.List;

/** A row of {@code reference/operations.csv}. */
public record Operation(
        String code,
        String labelFr,
        String labelEn,
        boolean finalOperation,
        boolean grouping,
        List<String> allowedModes,
        String hierarchyClass) {}

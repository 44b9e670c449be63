package eu.boucle.treatment;

import java.util.List;

/** A row of {@code reference/operations.csv}. @param version of the row */
public record Operation(
        String code,
        String labelFr,
        String labelEn,
        boolean finalOperation,
        boolean grouping,
        List<String> allowedModes,
        String hierarchyClass,
        int version) {}

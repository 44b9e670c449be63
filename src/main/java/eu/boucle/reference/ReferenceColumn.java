package eu.boucle.reference;

import java.util.List;

/**
 * A column of a reference table.
 *
 * @param name as in the head of the file
 * @param words what may stand in the cell, where only certain words may; empty otherwise
 */
public record ReferenceColumn(String name, Kind kind, boolean required, List<String> words) {

    /** What a cell of the column must look like. Several values in one cell are joined by {@code |}. */
    public enum Kind {
        /** Part of what names the row: letters, digits and plain punctuation. */
        KEY,
        TEXT,
        /** One of the column's words. */
        WORD,
        /** Some of the column's words. */
        WORDS,
        BOOLEAN,
        /** ISO: {@code 2026-12-09}. */
        DATE,
        /** 0 to 100. */
        PERCENT,
        /** Zero or more. */
        NUMBER,
        /** Zero or more, whole. */
        WHOLE,
        /** {@code 16 02 13*}. */
        WASTE_CODE,
        SEVERAL_WASTE_CODES,
        /** {@code R 4}, {@code D 9 F}. */
        OPERATION,
        /** {@code FIXED:2}, {@code SIZE:6/4/ask}, {@code SCREEN:6/2/2}, {@code NONE}. */
        CATEGORY_RULE
    }

    static ReferenceColumn of(String name, Kind kind) {
        return new ReferenceColumn(name, kind, false, List.of());
    }

    static ReferenceColumn required(String name, Kind kind) {
        return new ReferenceColumn(name, kind, true, List.of());
    }

    static ReferenceColumn words(String name, boolean required, Kind kind, String... words) {
        return new ReferenceColumn(name, kind, required, List.of(words));
    }
}

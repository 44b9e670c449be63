package eu.boucle.custody;

import org.jspecify.annotations.Nullable;

/**
 * What an accepted scan moves in the register, and when it may: the words of the scan statement. The condition speaks of
 * {@code a}, the asset.
 */
enum Move {
    /**
     * A tag counts as applied only when it was scanned with the device's serial. An asset declared without serial takes
     * the one given, unless another open asset bears it.
     */
    TAG(
            "DECLARED",
            "TAGGED",
            "tag",
            "untag",
            ", serial = coalesce(a.serial, :serial), serial_raw = coalesce(a.serial_raw, :serialRaw)",
            """
             and (a.serial = cast(:serial as varchar(200)) or (a.serial is null and :serialUsable and not exists (
                select 1 from asset o where o.serial = cast(:serial as varchar(200)) and o.id <> a.id
                and o.state in ('DECLARED', 'TAGGED', 'LOADED', 'HANDED_OVER', 'MISSING', 'REFUSED', 'DISPUTED'))))
            """,
            " and run_id is null"),

    /** Nothing leaves with data on it. */
    LOAD("TAGGED", "LOADED", "load", "unload", "", """
             and a.clearance in ('CLEARED', 'SEALED') and a.run_id = :subject
             and not exists (select 1 from discrepancy d where d.asset_id = a.id and d.outcome is null)
            """, " and run_id = :subject");

    final String from;
    final String to;
    final String verb;
    final String reverse;
    final String also;
    final String condition;
    final String mayReturn;

    Move(String from, String to, String verb, String reverse, String also, String condition, String mayReturn) {
        this.from = from;
        this.to = to;
        this.verb = verb;
        this.reverse = reverse;
        this.also = also;
        this.condition = condition;
        this.mayReturn = mayReturn;
    }

    /** Reception, intake and control only mark the list. */
    static @Nullable Move of(RoundMode mode) {
        return switch (mode) {
            case TAGGING -> TAG;
            case LOADING -> LOAD;
            case INTAKE, CONTROL, RECEPTION -> null;
        };
    }
}

package eu.boucle.identity;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a driver must know of a site, each in the words of those who work there; empty when nothing was said.
 *
 * @param truck the largest lorry that gets in
 * @param hours when somebody opens
 * @param remark everything else
 */
public record AccessNotes(
        String dock, String floor, String lift, String badge, String truck, String hours, String remark) {

    private static final int LONGEST = 120;
    private static final int LONGEST_REMARK = 500;

    public AccessNotes {
        dock = dock.strip();
        floor = floor.strip();
        lift = lift.strip();
        badge = badge.strip();
        truck = truck.strip();
        hours = hours.strip();
        remark = remark.strip();
    }

    public static AccessNotes remark(String remark) {
        return new AccessNotes("", "", "", "", "", "", remark);
    }

    void check(Texts texts) {
        texts.optional("notes/dock", dock, LONGEST);
        texts.optional("notes/floor", floor, LONGEST);
        texts.optional("notes/lift", lift, LONGEST);
        texts.optional("notes/badge", badge, LONGEST);
        texts.optional("notes/truck", truck, LONGEST);
        texts.optional("notes/hours", hours, LONGEST);
        texts.optional("access", remark, LONGEST_REMARK);
    }

    /** All of it on one line, for papers and lists. */
    String oneLine() {
        return Stream.of(dock, floor, lift, badge, truck, hours, remark)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** One note with the word that names it: the message {@code site.NAME}. */
    public record Said(String name, String text) {}

    public List<Said> said() {
        return Stream.of(
                        new Said("dock", dock),
                        new Said("floor", floor),
                        new Said("lift", lift),
                        new Said("badge", badge),
                        new Said("truck", truck),
                        new Said("hours", hours))
                .filter(note -> !note.text().isEmpty())
                .toList();
    }
}

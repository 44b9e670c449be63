package eu.boucle.decommissioning;

import eu.boucle.asset.DataInstruction;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.SiteId;
import eu.boucle.shared.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Command: what the form or a program says, draft or not. A draft may lack things; submitting checks everything.
 *
 * @param organisation one of the actor's clients; absent when the actor has only one
 */
public record WriteRequest(
        @Nullable OrganisationId organisation,
        @Nullable SiteId site,
        Contact contact,
        @Nullable Period window,
        @Nullable DataInstruction data,
        String note,
        List<RequestLine> lines) {

    public WriteRequest(
            @Nullable OrganisationId organisation,
            @Nullable SiteId site,
            @Nullable Contact contact,
            @Nullable Period window,
            @Nullable DataInstruction data,
            @Nullable String note,
            @Nullable List<RequestLine> lines) {
        this.organisation = organisation;
        this.site = site;
        this.contact = contact == null ? Contact.none() : contact;
        this.window = window;
        this.data = data;
        this.note = note == null ? "" : note.strip();
        this.lines = lines == null ? List.of() : List.copyOf(lines);
    }

    public static final int MOST_LINES = 5_000;

    public static final int LARGEST_QUANTITY = 1_000;

    public static final int MOST_MEDIA_A_LINE = 200;

    /** Machines asked for, quantities counted; never more than an {@code int} holds. */
    public int units() {
        return (int) Math.min(
                Integer.MAX_VALUE,
                lines.stream()
                        .mapToLong(RequestLine::quantity)
                        .filter(n -> n > 0)
                        .sum());
    }
}

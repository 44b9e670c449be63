package eu.boucle.web.request;

import eu.boucle.decommissioning.DataAmendment;
import eu.boucle.decommissioning.DataAmendments;
import eu.boucle.decommissioning.FoundLine;
import eu.boucle.decommissioning.FoundOnSite;
import eu.boucle.decommissioning.RequestStatus;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What was said of a request after its acceptance: machines found on site, and later instructions for the data. */
@Component
class LaterWords {

    private final FoundOnSite found;
    private final DataAmendments amendments;
    private final RequestFormModel words;
    private final Accounts accounts;

    LaterWords(FoundOnSite found, DataAmendments amendments, RequestFormModel words, Accounts accounts) {
        this.found = found;
        this.amendments = amendments;
        this.words = words;
        this.accounts = accounts;
    }

    /** A machine found on site. @param mayAnswer whether the reader is the client whose word is awaited */
    public record Found(FoundLine line, String addedBy, String answeredBy, boolean mayAnswer) {

        public String answer() {
            return line.answer() == null ? "" : line.answer().name();
        }
    }

    /** A later instruction of one line. */
    public record Amended(String instruction, String by, DataAmendment amendment) {}

    void show(RequestView request, Actor reader, Model model) {
        List<FoundLine> lines = found.of(request.id());
        List<DataAmendment> later = amendments.of(request.id());
        Map<UUID, String> names = names(lines, later);
        boolean own = reader.is(Role.CLIENT) && reader.belongsTo(request.organisation());
        boolean worked =
                !request.status().ended() && request.status().ordinal() >= RequestStatus.IN_PREPARATION.ordinal();
        model.addAttribute(
                "found",
                lines.stream()
                        .map(line -> new Found(
                                line,
                                name(names, line.addedBy()),
                                name(names, line.answeredBy()),
                                own && worked && line.answer() == null))
                        .toList());
        Map<Integer, List<Amended>> amended = new java.util.HashMap<>();
        for (DataAmendment one : later) {
            amended.computeIfAbsent(one.line(), line -> new ArrayList<>())
                    .add(new Amended(
                            words.instruction(LineForm.word(one.instruction())), name(names, one.decidedBy()), one));
        }
        model.addAttribute("amended", amended);
        model.addAttribute("amendable", own && worked ? amendments.open(request.id()) : Set.of());
        model.addAttribute(
                "mayAddFound",
                reader.is(Role.WAREHOUSE)
                        && (request.status() == RequestStatus.IN_PREPARATION
                                || request.status() == RequestStatus.READY));
        model.addAttribute("instructions", words.instructions());
    }

    private Map<UUID, String> names(List<FoundLine> lines, List<DataAmendment> later) {
        Set<UUID> people = Stream.concat(
                        lines.stream().flatMap(line -> Stream.of(line.addedBy(), line.answeredBy())),
                        later.stream().map(DataAmendment::decidedBy))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return accounts.names(people);
    }

    private static String name(Map<UUID, String> names, @Nullable UUID person) {
        return person == null ? "" : names.getOrDefault(person, "");
    }
}

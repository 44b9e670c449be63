package eu.boucle.web.request;

import eu.boucle.decommissioning.RequestStatus;
import eu.boucle.decommissioning.RequestView;
import eu.boucle.document.PaperView;
import eu.boucle.document.Papers;
import eu.boucle.flow.WorkItem;
import eu.boucle.flow.WorkList;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.ledger.Ledger;
import eu.boucle.ledger.LedgerEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The story of a request: what happened, with when, who and which paper, as the journal has it; what waits now, for whom and
 * until when; what is still to come. Pages and programs read the same.
 */
@Service
public class RequestTimeline {

    /** The journal's words that are steps of a client's story, and what the step is called. */
    private static final Map<String, String> TOLD = Map.ofEntries(
            Map.entry("RequestDrafted", "drafted"),
            Map.entry("RequestSubmitted", "submitted"),
            Map.entry("RequestReturned", "returned"),
            Map.entry("RequestRejected", "rejected"),
            Map.entry("RequestAccepted", "accepted"),
            Map.entry("RequestInPreparation", "registered"),
            Map.entry("RequestReady", "ready"),
            Map.entry("SanitizationValidated", "sanitizationValidated"),
            Map.entry("LossLetterIssued", "lossLetter"),
            Map.entry("AssetFoundOnSite", "foundOnSite"),
            Map.entry("FoundLineAnswered", "foundAnswered"),
            Map.entry("DataInstructionAmended", "dataAmended"),
            Map.entry("AssetQuestionAsked", "questionAsked"),
            Map.entry("AssetQuestionAnswered", "questionAnswered"),
            Map.entry("AssetQuestionClosed", "questionClosed"),
            Map.entry("CertificateIssued", "certificateIssued"),
            Map.entry("CertificateBlocked", "certificateBlocked"),
            Map.entry("RequestHandedOver", "handedOver"),
            Map.entry("RequestTreated", "treated"),
            Map.entry("RequestClosed", "closed"),
            Map.entry("RequestCancelled", "cancelled"));

    /** Steps that a request still has before it, in order, with who does them. */
    private static final List<Ahead> AHEAD = List.of(
            new Ahead("submitted", RequestStatus.SUBMITTED, Role.CLIENT),
            new Ahead("accepted", RequestStatus.ACCEPTED, Role.COMPLIANCE),
            new Ahead("registered", RequestStatus.IN_PREPARATION, null),
            new Ahead("ready", RequestStatus.READY, Role.WAREHOUSE),
            new Ahead("handedOver", RequestStatus.HANDED_OVER, Role.WAREHOUSE),
            new Ahead("treated", RequestStatus.TREATED, Role.PARTNER),
            new Ahead("closed", RequestStatus.CLOSED, null));

    private final Ledger ledger;
    private final Papers papers;
    private final WorkList work;
    private final Accounts accounts;
    private final JsonMapper json;

    RequestTimeline(Ledger ledger, Papers papers, WorkList work, Accounts accounts, JsonMapper json) {
        this.ledger = ledger;
        this.papers = papers;
        this.work = work;
        this.accounts = accounts;
        this.json = json;
    }

    /** Where a step stands. */
    public enum Standing {
        DONE,
        NOW,
        LATER,
        STOPPED
    }

    /** @param number as printed; a certificate's opens its page, another's its bytes */
    public record Document(String type, String number, int version, UUID paper) {}

    /**
     * @param step what, in a word that does not change; its sentence is the message {@code timeline.STEP}
     * @param by name of the person; absent when the system did it or nobody yet
     * @param about the tag of the asset that it is about; absent when it is about the request as a whole
     * @param expectedFrom whose turn it is; absent when nobody in particular, or the system
     */
    public record Step(
            String step,
            Standing standing,
            @Nullable String about,
            @Nullable Instant at,
            @Nullable String by,
            @Nullable Role expectedFrom,
            @Nullable Instant dueAt,
            List<Document> documents) {}

    private record Ahead(
            String step, RequestStatus reached, @Nullable Role by) {}

    /** The caller has read the request as its reader, and so may see it. */
    public List<Step> of(RequestView request) {
        List<Step> steps = new ArrayList<>(past(request));
        RequestStatus status = request.status();
        if (status.ended()) {
            return steps;
        }
        Optional<WorkItem> waiting = waiting(request);
        boolean first = true;
        for (Ahead ahead : AHEAD) {
            if (ahead.reached().ordinal() <= reached(status).ordinal()) {
                continue;
            }
            steps.add(
                    first
                            ? new Step(
                                    ahead.step(),
                                    Standing.NOW,
                                    null,
                                    null,
                                    null,
                                    waiting.map(WorkItem::role).orElse(ahead.by()),
                                    waiting.map(WorkItem::due).orElse(null),
                                    List.of())
                            : new Step(ahead.step(), Standing.LATER, null, null, null, null, null, List.of()));
            first = false;
        }
        return steps;
    }

    /** A returned request is as far as a draft. */
    private static RequestStatus reached(RequestStatus status) {
        return status == RequestStatus.RETURNED ? RequestStatus.DRAFT : status;
    }

    private List<Step> past(RequestView request) {
        List<LedgerEntry> entries = ledger.about(request.id().value()).stream()
                .filter(entry -> TOLD.containsKey(entry.kind()))
                .toList();
        Map<UUID, String> names = accounts.names(entries.stream()
                .map(LedgerEntry::actor)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet()));
        List<PaperView> issued = papers.about(request.id().value());
        List<Step> steps = new ArrayList<>();
        int submissions = 0;
        boolean drafted = false;
        for (LedgerEntry entry : entries) {
            if (entry.kind().equals("RequestDrafted") && (drafted || submissions > 0)) {
                continue;
            }
            drafted = true;
            String step = Objects.requireNonNull(TOLD.get(entry.kind()));
            if (entry.kind().equals("RequestSubmitted")) {
                submissions++;
                step = submissions > 1 ? "submittedAgain" : step;
            }
            steps.add(new Step(
                    step,
                    standing(step),
                    about(entry),
                    entry.at(),
                    entry.actor() == null ? null : names.get(entry.actor()),
                    null,
                    null,
                    documents(entry, submissions, issued)));
        }
        return steps;
    }

    private static Standing standing(String step) {
        return switch (step) {
            case "returned", "rejected", "cancelled", "certificateBlocked", "lossLetter" -> Standing.STOPPED;
            default -> Standing.DONE;
        };
    }

    private List<Document> documents(LedgerEntry entry, int submissions, List<PaperView> issued) {
        return switch (entry.kind()) {
            case "RequestSubmitted" ->
                issued.stream()
                        .filter(paper -> paper.type().equals("REQUEST_COPY") && paper.version() == submissions)
                        .map(RequestTimeline::document)
                        .toList();
            case "CertificateIssued", "LossLetterIssued" -> {
                String number = fact(entry, "number");
                yield issued.stream()
                        .filter(paper -> paper.number().equals(number))
                        .map(RequestTimeline::document)
                        .toList();
            }
            default -> List.of();
        };
    }

    private static Document document(PaperView paper) {
        return new Document(
                paper.type(), paper.number(), paper.version(), paper.id().value());
    }

    private @Nullable String about(LedgerEntry entry) {
        String tag = fact(entry, "tag");
        return tag.isEmpty() ? null : tag;
    }

    private String fact(LedgerEntry entry, String name) {
        try {
            JsonNode facts = json.readTree(entry.facts());
            return facts.path(name).asString("");
        } catch (JacksonException e) {
            return "";
        }
    }

    /** The most urgent thing that waits about this request, whoever reads: the reader is told whose turn it is. */
    private Optional<WorkItem> waiting(RequestView request) {
        Actor everybody = new Actor(
                null,
                "Boucle",
                EnumSet.of(Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE),
                Set.of(request.organisation()));
        return work.of(everybody).stream()
                .filter(item -> item.subject().equals(request.id().value()))
                .min(Comparator.comparing((WorkItem item) -> item.due() == null ? Instant.MAX : item.due())
                        .thenComparing(WorkItem::since));
    }
}

package eu.boucle.decommissioning;

import eu.boucle.asset.AddToLot;
import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.LotAdditions;
import eu.boucle.asset.RegisterLot;
import eu.boucle.asset.TagReplaced;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.StateForbids;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Machines found on site while a request is labelled or taken in. The storekeeper adds each with a reason; the request's
 * own instruction for the data applies until the client, who is told, says another. The client may object: then it is
 * given back.
 */
@Service
@Transactional
public class FoundOnSite {

    private static final Set<RequestStatus> STILL_OPEN = EnumSet.of(RequestStatus.IN_PREPARATION, RequestStatus.READY);

    private final RequestCabinet cabinet;
    private final RequestAuthors authors;
    private final SubmissionRules rules;
    private final LotAdditions additions;
    private final AssetRegister assets;
    private final DataAmendments amendments;
    private final FoundLines rows;

    FoundOnSite(
            RequestCabinet cabinet,
            RequestAuthors authors,
            SubmissionRules rules,
            LotAdditions additions,
            AssetRegister assets,
            DataAmendments amendments,
            FoundLines rows) {
        this.cabinet = cabinet;
        this.authors = authors;
        this.rules = rules;
        this.additions = additions;
        this.assets = assets;
        this.amendments = amendments;
        this.rows = rows;
    }

    /**
     * WAREHOUSE, as long as nothing of the request is handed over as a whole.
     *
     * @throws StateForbids {@code TOO_LATE_TO_ADD}
     * @throws Invalid what is wrong with the line; {@code SERIAL_KNOWN} without saying whose
     */
    public AssetView add(String reference, RequestLine seen, Reason reason, Actor by) {
        by.require(Role.WAREHOUSE);
        DecommissioningRequest request = cabinet.find(reference, by);
        DataInstruction instruction = request.data();
        if (!STILL_OPEN.contains(request.status()) || instruction == null) {
            throw new StateForbids("TOO_LATE_TO_ADD", reference);
        }
        if (seen.quantity() != 1) {
            throw Invalid.field("quantity", "ONE_AT_A_TIME", Integer.toString(seen.quantity()));
        }
        rules.checkFound(seen, request.requestId());
        RegisterLot.Item item = RequestLots.item(0, seen, instruction);
        AssetView added = additions.add(new AddToLot(request.requestId(), item, reason), by);
        rows.insert(request.reference(), added, reason, by, cabinet.now());
        return added;
    }

    /** CLIENT agrees that it goes along. @param data what is done with its data; absent: as for the request */
    public FoundLine confirm(String reference, int line, @Nullable DataInstruction data, Actor by) {
        FoundLine found = awaited(reference, line, by);
        if (data != null && !data.equals(authors.own(reference, by).data())) {
            amendments.amend(reference, line, data, new Reason(found.tag().value()), by);
        }
        return answered(found, FoundLine.Answer.CONFIRMED, "", by);
    }

    /** CLIENT objects: the machine is given back. @throws StateForbids {@code NOT_WITHDRAWABLE} once it is loaded */
    public FoundLine object(String reference, int line, Reason reason, Actor by) {
        FoundLine found = awaited(reference, line, by);
        Instant now = cabinet.now();
        assets.withdraw(List.of(found.asset()), by, now, reason);
        return answered(found, FoundLine.Answer.OBJECTED, reason.text(), by);
    }

    private FoundLine awaited(String reference, int line, Actor by) {
        DecommissioningRequest request = authors.own(reference, by);
        FoundLine found = rows.find(request.requestId(), line).orElseThrow(NotFound::new);
        if (found.answer() != null) {
            throw new StateForbids("FOUND_ALREADY_ANSWERED", found.tag().value());
        }
        return found;
    }

    private FoundLine answered(FoundLine found, FoundLine.Answer answer, String reason, Actor by) {
        Instant now = cabinet.now();
        rows.answer(found, answer, reason, by, now);
        cabinet.tell(new FoundLineAnswered(
                found.request(), found.line(), found.tag().value(), answer, by.stamp(found.organisation(), now)));
        return rows.find(found.request(), found.line()).orElseThrow(NotFound::new);
    }

    /** In their order. Unscoped: the caller has the request. */
    @Transactional(readOnly = true)
    public List<FoundLine> of(RequestId request) {
        return rows.of(request);
    }

    @EventListener
    void on(TagReplaced event) {
        rows.retag(event.asset(), event.tag());
    }
}

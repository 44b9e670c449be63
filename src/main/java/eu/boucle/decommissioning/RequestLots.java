package eu.boucle.decommissioning;

import eu.boucle.asset.AssetId;
import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.LotRegistered;
import eu.boucle.asset.RegisterLot;
import eu.boucle.asset.RegisterLot.ExpectedMedium;
import eu.boucle.decommissioning.RequestLine.LineMedium;
import eu.boucle.identity.Actor;
import eu.boucle.shared.Reason;
import eu.boucle.shared.SerialNumber;
import eu.boucle.shared.StateForbids;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A request's equipment in the asset register: a line of quantity n is n machines without serial. */
@Component
class RequestLots {

    private static final Set<AssetState> NOTHING_LEFT =
            EnumSet.of(AssetState.DECLARED, AssetState.TAGGED, AssetState.MISSING, AssetState.WITHDRAWN);

    private final RequestLines lines;
    private final AssetRegister assets;

    RequestLots(RequestLines lines, AssetRegister assets) {
        this.lines = lines;
        this.assets = assets;
    }

    LotRegistered register(DecommissioningRequest request, Actor by) {
        return assets.register(lot(request), by);
    }

    /** What can be given back. @throws StateForbids {@code ALREADY_LOADED} when anything is loaded or gone */
    List<AssetId> stillHere(DecommissioningRequest request) {
        List<AssetView> lot = assets.lot(request.requestId());
        if (lot.stream().anyMatch(asset -> !NOTHING_LEFT.contains(asset.state()))) {
            throw new StateForbids("ALREADY_LOADED", request.reference());
        }
        return lot.stream()
                .filter(asset -> asset.state() == AssetState.DECLARED || asset.state() == AssetState.TAGGED)
                .map(AssetView::id)
                .toList();
    }

    void giveBack(DecommissioningRequest request, List<AssetId> here, Actor by, Instant at) {
        if (!here.isEmpty()) {
            assets.withdraw(here, by, at, new Reason(request.reference() + ": " + RequestStatus.CANCELLED));
        }
    }

    private RegisterLot lot(DecommissioningRequest request) {
        RequestView view = request.view(lines.asGiven(request.requestId()));
        if (view.window() == null || view.data() == null) {
            throw new IllegalStateException(view.reference() + " was accepted without window or instruction");
        }
        LocalDate day = view.window().from();
        List<RegisterLot.Item> items = new ArrayList<>();
        for (int i = 0; i < view.lines().size(); i++) {
            RequestLine line = view.lines().get(i);
            DataInstruction instruction = line.data() == null ? view.data() : line.data();
            RegisterLot.Item item = item(i + 1, line, instruction);
            for (int unit = 0; unit < line.quantity(); unit++) {
                items.add(item);
            }
        }
        return new RegisterLot(view.id(), view.reference(), view.organisation().value(), day, items);
    }

    static RegisterLot.Item item(int number, RequestLine line, DataInstruction instruction) {
        return new RegisterLot.Item(
                number,
                line.type(),
                line.manufacturer(),
                line.model(),
                SerialNumber.of(line.serial()).orElse(null),
                line.largestDimensionCm(),
                line.weightKg(),
                line.placedOnMarket(),
                line.condition(),
                instruction,
                line.media().stream().map(RequestLots::medium).toList());
    }

    private static ExpectedMedium medium(LineMedium medium) {
        return new ExpectedMedium(
                medium.kind(),
                medium.attached(),
                SerialNumber.of(medium.serial()).orElse(null),
                medium.model(),
                medium.capacityGb());
    }
}

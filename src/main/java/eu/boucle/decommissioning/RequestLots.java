package eu.boucle.decommissioning;

import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.RegisterLot;
import eu.boucle.asset.RegisterLot.ExpectedMedium;
import eu.boucle.decommissioning.RequestLine.LineMedium;
import eu.boucle.shared.SerialNumber;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes of a request's lines the machines to be registered: a line of quantity n is n machines without serial. */
@Component
class RequestLots {

    private final RequestLines lines;

    RequestLots(RequestLines lines) {
        this.lines = lines;
    }

    RegisterLot lot(DecommissioningRequest request) {
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

    private static RegisterLot.Item item(int number, RequestLine line, DataInstruction instruction) {
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

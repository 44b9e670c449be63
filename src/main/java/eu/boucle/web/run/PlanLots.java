package eu.boucle.web.run;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.Clearance;
import eu.boucle.asset.LoadableLot;
import eu.boucle.pickup.RunView;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The equipment of requests as the planning of runs sees it: what is on this run, what may join it, what may not and why. */
@Component
class PlanLots {

    private static final int MOST_REQUESTS = 200;

    /** More than this is chosen by request, or after naming the request in the address. */
    private static final int MOST_ITEMS = 600;

    private final AssetRegister assets;

    PlanLots(AssetRegister assets) {
        this.assets = assets;
    }

    enum Standing {
        ABOARD,
        READY,
        NOT_TAGGED,
        NOT_CLEARED,
        NOT_CLASSIFIED,
        ELSEWHERE
    }

    record Item(AssetView asset, Standing standing) {

        public boolean choosable() {
            return standing == Standing.ABOARD || standing == Standing.READY;
        }
    }

    /** @param items empty when there are too many to show */
    record Lot(String reference, int ready, int aboard, int notReady, int elsewhere, List<Item> items) {}

    /** For the form: each request with something to load, and those already on the run. */
    List<Lot> toPlan(@Nullable RunView run, Set<String> chosen) {
        Map<RequestId, String> names = new LinkedHashMap<>();
        if (run != null) {
            run.requests().forEach(request -> names.put(request.id(), request.reference()));
        }
        List<LoadableLot> loadable = assets.loadable(MOST_REQUESTS);
        Map<RequestId, Integer> ready = new LinkedHashMap<>();
        loadable.forEach(lot -> {
            names.putIfAbsent(lot.request(), lot.reference());
            ready.put(lot.request(), lot.assets());
        });
        boolean few = loadable.stream().mapToInt(LoadableLot::assets).sum() <= MOST_ITEMS;
        List<RequestId> shown = names.entrySet().stream()
                .filter(each -> few || chosen.contains(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        Map<RequestId, Lot> lots = lots(run == null ? null : run.id(), names, shown);
        List<Lot> all = new ArrayList<>();
        names.forEach((request, reference) -> all.add(
                lots.getOrDefault(request, new Lot(reference, ready.getOrDefault(request, 0), 0, 0, 0, List.of()))));
        return all;
    }

    /** For the page of a run: what each of its requests has on it, and what is left of it. */
    List<Lot> of(RunView run) {
        Map<RequestId, String> names = new LinkedHashMap<>();
        run.requests().forEach(request -> names.put(request.id(), request.reference()));
        return List.copyOf(lots(run.id(), names, names.keySet()).values());
    }

    private Map<RequestId, Lot> lots(
            @Nullable RunId run, Map<RequestId, String> names, java.util.Collection<RequestId> shown) {
        Map<RequestId, List<Item>> items = new LinkedHashMap<>();
        shown.forEach(request -> items.put(request, new ArrayList<>()));
        assets.lots(shown).forEach(asset -> {
            Standing standing = standing(asset, run);
            List<Item> lot = items.get(asset.request());
            if (lot != null) {
                lot.add(new Item(asset, standing));
            }
        });
        Map<RequestId, Lot> lots = new LinkedHashMap<>();
        items.forEach((request, lot) -> {
            int ready = count(lot, Standing.READY);
            int aboard = count(lot, Standing.ABOARD);
            int elsewhere = count(lot, Standing.ELSEWHERE);
            lots.put(
                    request,
                    new Lot(
                            names.getOrDefault(request, ""),
                            ready,
                            aboard,
                            lot.size() - ready - aboard - elsewhere,
                            elsewhere,
                            lot.stream()
                                    .filter(item -> item.standing() != Standing.ELSEWHERE)
                                    .toList()));
        });
        return lots;
    }

    private static int count(List<Item> lot, Standing standing) {
        return (int) lot.stream().filter(item -> item.standing() == standing).count();
    }

    private static Standing standing(AssetView asset, @Nullable RunId run) {
        if (asset.run() != null && asset.run().equals(run)) {
            return Standing.ABOARD;
        }
        if (asset.state() == AssetState.DECLARED) {
            return Standing.NOT_TAGGED;
        }
        if (asset.run() != null || asset.state() != AssetState.TAGGED && asset.state() != AssetState.REFUSED) {
            return Standing.ELSEWHERE;
        }
        if (asset.classificationOpen()) {
            return Standing.NOT_CLASSIFIED;
        }
        return asset.clearance() == Clearance.NONE ? Standing.NOT_CLEARED : Standing.READY;
    }
}

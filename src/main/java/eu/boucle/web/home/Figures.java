package eu.boucle.web.home;

import eu.boucle.certificate.CertificateOffice;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.decommissioning.RequestStatus;
import eu.boucle.flow.FlowView;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.pickup.RunDesk;
import eu.boucle.pickup.RunStatus;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Four to six numbers for whoever reads, each the head of a list. */
@Component
class Figures {

    private static final int MOST = 6;

    private final RequestDesk requests;
    private final RunDesk runs;
    private final CertificateOffice certificates;
    private final FlowView flow;

    Figures(RequestDesk requests, RunDesk runs, CertificateOffice certificates, FlowView flow) {
        this.requests = requests;
        this.runs = runs;
        this.certificates = certificates;
        this.flow = flow;
    }

    /** @param key of its word */
    record Figure(int number, String key, String href) {}

    List<Figure> of(Actor actor) {
        List<Figure> figures = new ArrayList<>();
        if (actor.isStaff()) {
            staff(actor, figures);
        } else if (actor.is(Role.CLIENT)) {
            client(actor, figures);
        }
        if (actor.is(Role.PARTNER)) {
            partner(actor, figures);
        }
        if (actor.is(Role.ADMIN)) {
            figures.add(new Figure(flow.incidents().size(), "figure.incidents", "/operations"));
        }
        return figures.stream().limit(MOST).toList();
    }

    private void client(Actor actor, List<Figure> figures) {
        Map<RequestStatus, Integer> counts = requests.counts(actor);
        figures.add(requests(counts, "figure.drafts", RequestStatus.DRAFT));
        figures.add(requests(
                counts,
                "figure.underWay",
                RequestStatus.SUBMITTED,
                RequestStatus.RETURNED,
                RequestStatus.ACCEPTED,
                RequestStatus.IN_PREPARATION,
                RequestStatus.READY));
        figures.add(requests(counts, "figure.handedOver", RequestStatus.HANDED_OVER, RequestStatus.TREATED));
        figures.add(requests(counts, "figure.closed", RequestStatus.CLOSED));
    }

    private void staff(Actor actor, List<Figure> figures) {
        Map<RequestStatus, Integer> counts = requests.counts(actor);
        Map<RunStatus, Integer> vans = runs.counts(actor);
        if (actor.is(Role.COMPLIANCE)) {
            figures.add(requests(counts, "figure.submitted", RequestStatus.SUBMITTED));
            figures.add(new Figure(certificates.blocked(actor).size(), "figure.blocked", "/certificates"));
        }
        figures.add(requests(counts, "figure.inPreparation", RequestStatus.ACCEPTED, RequestStatus.IN_PREPARATION));
        figures.add(requests(counts, "figure.ready", RequestStatus.READY));
        figures.add(runs(
                vans,
                "figure.runsOpen",
                RunStatus.PLANNED,
                RunStatus.PROPOSED,
                RunStatus.CONFIRMED,
                RunStatus.LOADING,
                RunStatus.CLOSED));
        figures.add(requests(counts, "figure.handedOver", RequestStatus.HANDED_OVER, RequestStatus.TREATED));
    }

    private void partner(Actor actor, List<Figure> figures) {
        Map<RunStatus, Integer> counts = runs.counts(actor);
        figures.add(runs(counts, "figure.runsProposed", RunStatus.PROPOSED));
        figures.add(runs(counts, "figure.runsOpen", RunStatus.CONFIRMED, RunStatus.LOADING, RunStatus.CLOSED));
        figures.add(runs(counts, "figure.runsToReceive", RunStatus.HANDED_OVER));
        figures.add(runs(counts, "figure.runsToTreat", RunStatus.WEIGHED_IN));
    }

    private static Figure requests(Map<RequestStatus, Integer> counts, String key, RequestStatus... status) {
        return figure(counts, key, "/requests", status);
    }

    private static Figure runs(Map<RunStatus, Integer> counts, String key, RunStatus... status) {
        return figure(counts, key, "/runs", status);
    }

    @SafeVarargs
    private static <S extends Enum<S>> Figure figure(Map<S, Integer> counts, String key, String list, S... status) {
        int number = Arrays.stream(status)
                .mapToInt(one -> counts.getOrDefault(one, 0))
                .sum();
        return new Figure(
                number,
                key,
                list
                        + Arrays.stream(status)
                                .map(one -> "status=" + one.name())
                                .collect(Collectors.joining("&", "?", "")));
    }
}

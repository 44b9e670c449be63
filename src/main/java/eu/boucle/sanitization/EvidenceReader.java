package eu.boucle.sanitization;

import eu.boucle.asset.MediumId;
import eu.boucle.identity.Actor;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.Slice;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reports, results and evidence as people and papers read them. */
@Component
class EvidenceReader {

    private final EvidenceShelf evidence;
    private final ReportShelf reportShelf;
    private final ResultShelf results;
    private final Reports reports;

    EvidenceReader(EvidenceShelf evidence, ReportShelf reportShelf, ResultShelf results, Reports reports) {
        this.evidence = evidence;
        this.reportShelf = reportShelf;
        this.results = results;
        this.reports = reports;
    }

    ReportView report(ReportId id, Actor by) {
        ReportShelf.Report report = reportShelf.report(id.value()).orElseThrow(NotFound::new);
        boolean own = by.organisations().stream()
                .anyMatch(organisation -> organisation.value().equals(report.organisation()));
        if (!by.isStaff() && !own) {
            throw new NotFound();
        }
        return reports.view(report, null);
    }

    Slice<DriveResult> inbox(@Nullable String after, int limit) {
        Slice<ResultShelf.Result> page = results.inbox(after, Math.clamp(limit, 1, Slice.MOST));
        return new Slice<>(reports.views(page.items()), page.next());
    }

    int inboxSize() {
        return results.inbox().waiting();
    }

    List<EvidenceView> of(MediumId medium) {
        return evidence.of(medium);
    }

    List<EvidenceView> of(Collection<MediumId> media) {
        return evidence.of(media);
    }

    List<EvidenceView> of(RequestId request) {
        return evidence.of(request);
    }

    List<String> citations(RequestId request) {
        return evidence.citations(request);
    }
}

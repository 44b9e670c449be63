package eu.boucle.sanitization;

import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.document.ReceivedFile;
import eu.boucle.document.ReceivedFiles;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationView;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.StateForbids;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Takes a report in: keeps its bytes, reads it, judges every drive, and finds the medium that each one is. */
@Component
class ReportReception {

    private static final UUID NOBODY = new UUID(0, 0);

    private final RequestDesk requests;
    private final ReceivedFiles files;
    private final Organisations organisations;
    private final DriveMatching matching;
    private final ReportShelf shelf;
    private final ResultShelf results;
    private final Reports reports;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ReportReception(
            RequestDesk requests,
            ReceivedFiles files,
            Organisations organisations,
            DriveMatching matching,
            ReportShelf shelf,
            ResultShelf results,
            Reports reports,
            ApplicationEventPublisher events,
            Clock clock) {
        this.requests = requests;
        this.files = files;
        this.organisations = organisations;
        this.matching = matching;
        this.shelf = shelf;
        this.results = results;
        this.reports = reports;
        this.events = events;
        this.clock = clock;
    }

    ReportView receive(String fileName, byte[] bytes, @Nullable RequestId request, Actor by) {
        if (request != null && !by.is(Role.PARTNER)) {
            by.requireSight(requests.request(request).organisation().value());
        }
        NwipeLog log = read(fileName, bytes);
        Instant now = clock.instant();
        UUID organisation = receiver(by);
        ReceivedFile file =
                files.keep(organisation, EvidenceShelf.bounded(fileName, 200), "text/plain", bytes, by.person(), now);
        Optional<ReportShelf.Report> twin = shelf.twin(organisation, file.sha256());
        if (twin.isPresent()) {
            return reports.view(twin.get(), new ReportId(twin.get().id()));
        }
        ReportShelf.Report report = new ReportShelf.Report(
                UUID.randomUUID(),
                organisation,
                file.id().value(),
                fileName,
                file.sha256(),
                "nwipe",
                log.version(),
                log.hostSerial(),
                now,
                by.person());
        keep(report);
        results.add(matching.conclude(report, log, request, by, now));
        events.publishEvent(new ReportReceived(
                new ReportId(report.id()), file.sha256(), log.drives().size(), by.stamp(organisation, now)));
        return reports.view(report, null);
    }

    private static NwipeLog read(String fileName, byte[] bytes) {
        if (bytes.length == 0) {
            throw Invalid.field("file", "FILE_EMPTY", fileName);
        }
        if (bytes.length > ReceivedFiles.LARGEST) {
            throw Invalid.field("file", "FILE_TOO_LARGE", fileName, ReceivedFiles.LARGEST / 1024 / 1024);
        }
        ReportText.otherKind(bytes).ifPresent(kind -> {
            throw Invalid.field("file", "REPORT_KIND_UNKNOWN", kind, NwipeLog.READ);
        });
        return NwipeLog.read(ReportText.lines(bytes))
                .orElseThrow(() -> Invalid.field("file", "REPORT_UNREADABLE", fileName, NwipeLog.READ));
    }

    private void keep(ReportShelf.Report report) {
        try {
            shelf.add(report);
        } catch (DuplicateKeyException sameBytesAtTheSameMoment) {
            throw new StateForbids("CHANGED_MEANWHILE", report.fileName());
        }
    }

    /** Whose report it is: the organisation of whoever brings it; the host's for its staff. */
    private UUID receiver(Actor by) {
        Optional<UUID> own =
                by.organisations().stream().map(OrganisationId::value).sorted().findFirst();
        Optional<UUID> host = organisations.host().map(OrganisationView::id).map(OrganisationId::value);
        return (by.isStaff() && !by.isSystem() ? host.or(() -> own) : own.or(() -> host)).orElse(NOBODY);
    }
}

package eu.boucle.pickup;

import eu.boucle.asset.ReferenceTables;
import eu.boucle.document.FileId;
import eu.boucle.document.ReceivedFile;
import eu.boucle.document.ReceivedFiles;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.OrganisationView;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.identity.WiderReach;
import eu.boucle.shared.EventStamp;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.PostalAddress;
import eu.boucle.shared.Problem;
import eu.boucle.shared.Siret;
import eu.boucle.shared.StateForbids;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The partner's record, kept by the officer or the administrator: each site with its permit, transport receipt, waste
 * codes, certificates held and what lies downstream (holder's duty of care: environment code, L541-2).
 */
@Service
@Transactional
public class PartnerDesk {

    private final PartnerSites sites;
    private final Organisations organisations;
    private final ReferenceTables references;
    private final ReceivedFiles files;
    private final WiderReach wider;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PartnerDesk(
            PartnerSites sites,
            Organisations organisations,
            ReferenceTables references,
            ReceivedFiles files,
            WiderReach wider,
            ApplicationEventPublisher events,
            Clock clock) {
        this.sites = sites;
        this.organisations = organisations;
        this.references = references;
        this.files = files;
        this.wider = wider;
        this.events = events;
        this.clock = clock;
    }

    /** Sites that a run may go to, by name. */
    @Transactional(readOnly = true)
    public List<PartnerSite> sites(Actor by) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE, Role.ADMIN);
        return sites.all();
    }

    /** Whether some site could take a run today. */
    @Transactional(readOnly = true)
    public boolean anyInOrderOn(LocalDate day, Actor by) {
        return sites(by).stream().anyMatch(site -> site.inOrderOn(day));
    }

    /** All sites of one partner, archived ones last. */
    @Transactional(readOnly = true)
    public List<PartnerSite> ofPartner(OrganisationId partner, Actor by) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE, Role.ADMIN);
        return sites.ofPartner(partner);
    }

    @Transactional(readOnly = true)
    public PartnerRecord record(PartnerSiteId id, Actor by) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE, Role.ADMIN);
        PartnerSite site = sites.site(id).orElseThrow(NotFound::new);
        return new PartnerRecord(site, sites.certificates(id), sites.downstream(id));
    }

    /** @throws Invalid {@code PARTNER_UNKNOWN}, {@code WASTE_CODE_UNKNOWN}; @throws StateForbids {@code ORGANISATION_ARCHIVED} */
    public PartnerRecord open(WritePartnerSite command, Actor by) {
        by.require(Role.COMPLIANCE, Role.ADMIN);
        PartnerSite site = checked(new PartnerSiteId(UUID.randomUUID()), command, 0);
        sites.insert(site);
        sites.replaceDownstream(site.id(), command.downstream());
        events.publishEvent(new PartnerSiteOpened(
                site.id(), site.permit(), site.permitUntil().toString(), site.wasteCodes(), stamp(site, by)));
        return record(site.id(), by);
    }

    /** @param version as read; absent = last one wins. @throws StateForbids {@code CHANGED_MEANWHILE}, {@code PARTNER_SITE_ARCHIVED} */
    public PartnerRecord edit(PartnerSiteId id, WritePartnerSite command, @Nullable Long version, Actor by) {
        by.require(Role.COMPLIANCE, Role.ADMIN);
        PartnerSite before = active(id);
        if (!before.partner().equals(command.partner())) {
            throw Invalid.field("partner", "PARTNER_FIXED", command.partner().toString());
        }
        PartnerSite site = checked(id, command, version == null ? before.version() : version);
        if (!sites.update(site)) {
            throw new StateForbids("CHANGED_MEANWHILE", before.name());
        }
        sites.replaceDownstream(id, command.downstream());
        events.publishEvent(new PartnerSiteEdited(
                id, site.permit(), site.permitUntil().toString(), site.wasteCodes(), stamp(site, by)));
        return record(id, by);
    }

    /** @throws StateForbids {@code CASES_OPEN} naming some runs */
    public PartnerRecord archive(PartnerSiteId id, Actor by) {
        by.require(Role.COMPLIANCE, Role.ADMIN);
        PartnerSite site = sites.site(id).orElseThrow(NotFound::new);
        if (sites.archive(id, clock.instant())) {
            List<String> open = new ArrayList<>();
            wider.run(() -> open.addAll(sites.openRuns(id)));
            if (!open.isEmpty()) {
                throw new StateForbids("CASES_OPEN", site.name(), String.join(", ", open));
            }
            events.publishEvent(new PartnerSiteArchived(id, stamp(site, by)));
        }
        return record(id, by);
    }

    /** Keeps a certificate that the site showed, with its file by hash. @throws Invalid {@code FILE_TOO_LARGE}, {@code FILE_EMPTY} */
    public HeldCertificate hold(PartnerSiteId id, HoldCertificate command, Actor by) {
        by.require(Role.COMPLIANCE, Role.ADMIN);
        PartnerSite site = active(id);
        Instant now = clock.instant();
        ReceivedFile file = kept(command.file(), site, by, now);
        HeldCertificate held = new HeldCertificate(
                UUID.randomUUID(),
                command.name(),
                command.issuer(),
                command.number(),
                Objects.requireNonNull(command.validUntil()),
                file == null ? null : file.id());
        sites.insertCertificate(id, held, now, by.person());
        events.publishEvent(new PartnerCertificateKept(
                id,
                held.id(),
                held.name(),
                held.validUntil().toString(),
                file == null ? "" : file.sha256(),
                stamp(site, by)));
        return held;
    }

    /** It counts no longer; the file stays. A second time does nothing. @throws NotFound */
    public void withdraw(PartnerSiteId id, UUID certificate, Actor by) {
        by.require(Role.COMPLIANCE, Role.ADMIN);
        PartnerSite site = sites.site(id).orElseThrow(NotFound::new);
        if (sites.withdrawCertificate(id, certificate, clock.instant())) {
            events.publishEvent(new PartnerCertificateWithdrawn(id, certificate, stamp(site, by)));
        }
    }

    /** A file of a certificate that counts, with its bytes. */
    @SuppressWarnings("ArrayRecordComponent") // handed on at once, never compared
    public record CertificateFile(String name, byte[] bytes) {}

    /** @throws NotFound */
    @Transactional(readOnly = true)
    public CertificateFile file(PartnerSiteId id, UUID certificate, Actor by) {
        FileId file = record(id, by).certificates().stream()
                .filter(held -> held.id().equals(certificate))
                .findFirst()
                .map(HeldCertificate::file)
                .orElseThrow(NotFound::new);
        List<CertificateFile> found = new ArrayList<>();
        wider.run(() -> found.add(new CertificateFile(files.file(file).name(), files.bytes(file))));
        return found.getFirst();
    }

    /** Files received are beyond an administrator's reach; this one is the record's own. */
    private @Nullable ReceivedFile kept(
            HoldCertificate.@Nullable GivenFile given, PartnerSite site, Actor by, Instant at) {
        if (given == null) {
            return null;
        }
        List<ReceivedFile> kept = new ArrayList<>();
        wider.run(() -> kept.add(
                files.keep(site.partner().value(), given.name(), given.mediaType(), given.bytes(), by.person(), at)));
        return kept.getFirst();
    }

    private PartnerSite active(PartnerSiteId id) {
        PartnerSite site = sites.site(id).orElseThrow(NotFound::new);
        if (site.archived()) {
            throw new StateForbids("PARTNER_SITE_ARCHIVED", site.name());
        }
        return site;
    }

    private PartnerSite checked(PartnerSiteId id, WritePartnerSite said, long version) {
        List<Problem> problems = new ArrayList<>();
        for (String code : said.wasteCodes()) {
            if (references.wasteCode(code).isEmpty()) {
                problems.add(new Problem("wasteCodes", "WASTE_CODE_UNKNOWN", code));
            }
        }
        OrganisationView partner;
        try {
            partner = organisations.organisation(said.partner());
        } catch (NotFound e) {
            throw Invalid.field("partner", "PARTNER_UNKNOWN", said.partner().toString());
        }
        if (partner.kind() != OrganisationKind.PARTNER) {
            problems.add(new Problem("partner", "PARTNER_UNKNOWN", partner.name()));
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        Organisations.requireActive(partner);
        PostalAddress address = said.address();
        return new PartnerSite(
                id,
                said.partner(),
                said.name(),
                new Siret(said.siret()),
                new PostalAddress(
                        address.street().strip(),
                        address.postalCode().strip(),
                        address.city().strip(),
                        address.country()),
                said.permit(),
                Objects.requireNonNull(said.permitUntil()),
                said.exemption().isEmpty() ? said.receipt() : "",
                said.exemption().isEmpty() ? said.receiptDepartment() : "",
                said.exemption().isEmpty() ? said.receiptUntil() : null,
                said.exemption(),
                said.wasteCodes(),
                false,
                version);
    }

    private EventStamp stamp(PartnerSite site, Actor by) {
        return by.stamp(site.partner().value(), clock.instant());
    }
}

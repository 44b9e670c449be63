package eu.boucle.identity;

import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotAllowed;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Siret;
import eu.boucle.shared.Slice;
import eu.boucle.shared.StateForbids;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The administrator's use cases on organisations: open, edit, archive. Papers already issued keep what they said. */
@Service
@Transactional
public class OrganisationDesk {

    private final OrganisationRows rows;
    private final List<OpenCases> cases;
    private final WiderReach wider;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    OrganisationDesk(
            OrganisationRows rows,
            List<OpenCases> cases,
            WiderReach wider,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.cases = cases;
        this.wider = wider;
        this.events = events;
        this.clock = clock;
    }

    /** By name, keyset; archived ones only when asked. ADMIN, and COMPLIANCE to read. */
    @Transactional(readOnly = true)
    public Slice<OrganisationView> page(
            @Nullable OrganisationKind kind, boolean archived, @Nullable String after, int limit, Actor by) {
        by.require(Role.ADMIN, Role.COMPLIANCE);
        return rows.page(kind, archived, after, Math.clamp(limit, 1, Slice.MOST));
    }

    /** @throws NotFound also when it is not this actor's to see */
    @Transactional(readOnly = true)
    public OrganisationRecord record(OrganisationId id, Actor by) {
        by.requireCare(id);
        return rows.record(id).orElseThrow(NotFound::new);
    }

    /** ADMIN. @throws StateForbids {@code HOST_ALREADY}; @throws Invalid {@code SIRET_TAKEN} */
    public OrganisationRecord open(WriteOrganisation command, Actor by) {
        by.require(Role.ADMIN);
        if (command.kind() == OrganisationKind.HOST && rows.hostExists()) {
            throw new StateForbids("HOST_ALREADY");
        }
        OrganisationId id = OrganisationId.next();
        requireFreeSiret(id, command);
        rows.insert(id, command);
        rows.replaceContacts(id, command.contacts());
        events.publishEvent(new OrganisationOpened(id, command.kind(), by.stamp(id.value(), clock.instant())));
        return record(id, by);
    }

    /** ADMIN. The kind stays what it was. @param version as read; absent = last one wins. @throws StateForbids {@code CHANGED_MEANWHILE}, {@code ORGANISATION_ARCHIVED} */
    public OrganisationRecord edit(OrganisationId id, WriteOrganisation command, @Nullable Long version, Actor by) {
        by.require(Role.ADMIN);
        OrganisationRecord before = record(id, by);
        Organisations.requireActive(before.organisation());
        if (command.kind() != before.organisation().kind()) {
            throw Invalid.field("kind", "KIND_FIXED", command.kind().name());
        }
        requireFreeSiret(id, command);
        if (!rows.update(id, command, version == null ? before.version() : version)) {
            throw new StateForbids("CHANGED_MEANWHILE", before.organisation().name());
        }
        rows.replaceContacts(id, command.contacts());
        List<String> fields = changed(before, command);
        if (!fields.isEmpty()) {
            events.publishEvent(new OrganisationEdited(id, fields, by.stamp(id.value(), clock.instant())));
        }
        return record(id, by);
    }

    /**
     * A client's language and contacts, by its own people too; its delay to decide media by staff only.
     *
     * @param version as read; absent = last one wins
     * @throws StateForbids {@code CHANGED_MEANWHILE}, {@code ORGANISATION_ARCHIVED}
     * @throws NotAllowed {@code TERMS_ARE_STAFFS} when the client's own people change the delay
     */
    public OrganisationRecord settle(OrganisationId id, ClientTerms terms, @Nullable Long version, Actor by) {
        OrganisationRecord before = record(id, by);
        Organisations.requireActive(before.organisation());
        if (before.organisation().kind() != OrganisationKind.CLIENT) {
            throw new StateForbids("TERMS_NEED_CLIENT", before.organisation().name());
        }
        boolean staff = by.is(Role.ADMIN) || by.is(Role.COMPLIANCE);
        if (!staff && !Objects.equals(before.mediaDays(), terms.mediaDays())) {
            throw new NotAllowed("TERMS_ARE_STAFFS");
        }
        if (!rows.updateTerms(id, terms.language(), terms.mediaDays(), version == null ? before.version() : version)) {
            throw new StateForbids("CHANGED_MEANWHILE", before.organisation().name());
        }
        rows.replaceContacts(id, terms.contacts());
        List<String> fields = new ArrayList<>();
        differs(fields, "language", before.organisation().language(), terms.language());
        differs(fields, "contacts", before.contacts(), terms.contacts());
        differs(fields, "mediaDays", before.mediaDays(), terms.mediaDays());
        if (!fields.isEmpty()) {
            events.publishEvent(new OrganisationEdited(id, fields, by.stamp(id.value(), clock.instant())));
        }
        return record(id, by);
    }

    /** ADMIN. @throws StateForbids {@code HOST_STAYS}, {@code CASES_OPEN} naming some */
    public OrganisationRecord archive(OrganisationId id, Actor by) {
        by.require(Role.ADMIN);
        OrganisationView organisation = record(id, by).organisation();
        if (organisation.kind() == OrganisationKind.HOST) {
            throw new StateForbids("HOST_STAYS", organisation.name());
        }
        Instant now = clock.instant();
        if (rows.archive(id, now)) {
            List<String> open = new ArrayList<>();
            wider.run(() -> cases.forEach(room -> open.addAll(room.of(id))));
            if (!open.isEmpty()) {
                throw new StateForbids("CASES_OPEN", organisation.name(), String.join(", ", open));
            }
            events.publishEvent(new OrganisationArchived(id, organisation.kind(), by.stamp(id.value(), now)));
        }
        return record(id, by);
    }

    private void requireFreeSiret(OrganisationId id, WriteOrganisation command) {
        Siret siret = command.siret();
        if (siret != null) {
            rows.bySiret(command.kind(), siret)
                    .filter(other -> !other.id().equals(id))
                    .ifPresent(other -> {
                        throw Invalid.field("siret", "SIRET_TAKEN", siret.value(), other.name());
                    });
        }
    }

    private static List<String> changed(OrganisationRecord before, WriteOrganisation now) {
        OrganisationView was = before.organisation();
        List<String> fields = new ArrayList<>();
        differs(fields, "name", was.name(), now.name());
        differs(fields, "siret", was.siret(), now.siret());
        differs(fields, "vatNumber", before.vatNumber(), now.vatNumber());
        differs(fields, "address", was.address(), SiteDesk.stripped(now.address()));
        differs(fields, "language", was.language(), now.language());
        differs(fields, "contacts", before.contacts(), now.contacts());
        return fields;
    }

    private static void differs(List<String> fields, String name, @Nullable Object before, @Nullable Object now) {
        if (!Objects.equals(before, now)) {
            fields.add(name);
        }
    }
}

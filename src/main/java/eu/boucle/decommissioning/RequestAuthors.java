package eu.boucle.decommissioning;

import eu.boucle.document.Numbers;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.OrganisationView;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import eu.boucle.identity.SiteView;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.StateForbids;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** For whom a client's person writes, and from which site. */
@Component
class RequestAuthors {

    private final Organisations organisations;
    private final RequestCabinet cabinet;
    private final RequestLines lines;
    private final Numbers numbers;

    RequestAuthors(Organisations organisations, RequestCabinet cabinet, RequestLines lines, Numbers numbers) {
        this.organisations = organisations;
        this.cabinet = cabinet;
        this.lines = lines;
        this.numbers = numbers;
    }

    /**
     * The organisation named, or the only one of the person.
     *
     * @throws NotFound when it is not the person's
     * @throws Invalid {@code ORGANISATION_MISSING} when there are several and none is named
     * @throws StateForbids {@code ORGANISATION_ARCHIVED}
     */
    OrganisationView organisation(WriteRequest said, Actor by) {
        OrganisationId named = said.organisation();
        if (named == null) {
            if (by.organisations().size() != 1) {
                throw Invalid.field("organisation", "ORGANISATION_MISSING", null);
            }
            named = by.organisations().iterator().next();
        }
        if (!by.belongsTo(named)) {
            throw new NotFound();
        }
        OrganisationView organisation = organisations.organisation(named);
        Organisations.requireActive(organisation);
        return organisation;
    }

    /** The person's own request. @throws NotFound also for a request that staff may only read */
    DecommissioningRequest own(String reference, Actor by) {
        by.require(Role.CLIENT);
        DecommissioningRequest request = cabinet.find(reference, by);
        if (!by.belongsTo(new OrganisationId(request.organisation()))) {
            throw new NotFound();
        }
        return request;
    }

    OrganisationView client(DecommissioningRequest request) {
        return organisations.organisation(new OrganisationId(request.organisation()));
    }

    /** The site named, when it is one of this client's; else a finding. */
    @Nullable
    SiteView site(WriteRequest said, OrganisationView client, Actor by, Findings found) {
        if (said.site() == null) {
            return null;
        }
        Optional<SiteView> named =
                organisations.siteOf(client.id(), said.site()).filter(site -> by.belongsTo(site.organisation()));
        if (named.isEmpty()) {
            found.add("site", "SITE_UNKNOWN", said.site().value());
            return null;
        }
        if (named.get().archived()) {
            found.add("site", "SITE_ARCHIVED", named.get().name());
        }
        return named.get();
    }

    /** What stands in the file, as it was written: what a submission is judged by. */
    WriteRequest asWritten(DecommissioningRequest request) {
        RequestView view = request.view(lines.asGiven(request.requestId()));
        return new WriteRequest(
                view.organisation(),
                view.site(),
                view.contact(),
                view.window(),
                view.data(),
                view.note(),
                view.lines());
    }

    /** The series is the host's; the client's own where no host is set up yet. Locks the series: take it last. */
    String nextReference(OrganisationView client, LocalDate day) {
        UUID issuer = organisations.host().orElse(client).id().value();
        return numbers.nextReference(issuer, "DR", day.getYear());
    }
}

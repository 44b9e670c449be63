package eu.boucle.certificate;

import eu.boucle.flow.WorkItem;
import eu.boucle.flow.WorkSource;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.Organisations;
import eu.boucle.identity.Role;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Blocked certificates as work of the officer, who alone sees what each waits for and can try again. */
@Component
class BlockedWork implements WorkSource {

    private final BlockedList blocked;
    private final Organisations organisations;

    BlockedWork(BlockedList blocked, Organisations organisations) {
        this.blocked = blocked;
        this.organisations = organisations;
    }

    @Override
    @Transactional(readOnly = true)
    public List<WorkItem> waitingFor(Actor actor) {
        if (!actor.is(Role.COMPLIANCE)) {
            return List.of();
        }
        UUID host =
                organisations.host().map(h -> h.id()).map(OrganisationId::value).orElse(new UUID(0, 0));
        return blocked.all().stream()
                .map(item -> new WorkItem(
                        "unblockCertificate",
                        item.request().value(),
                        item.requestReference(),
                        List.of(item.type().name(), item.missing().size()),
                        Role.COMPLIANCE,
                        host,
                        item.since(),
                        null))
                .toList();
    }
}

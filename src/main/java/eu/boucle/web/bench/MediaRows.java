package eu.boucle.web.bench;

import eu.boucle.asset.AssetView;
import eu.boucle.asset.DataPlace;
import eu.boucle.asset.MediumStatus;
import eu.boucle.asset.MediumView;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.sanitization.EvidenceDesk;
import eu.boucle.sanitization.EvidenceView;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Media with their evidence as the bench shows them: two statements, whatever their number. */
@Component
class MediaRows {

    private final EvidenceDesk desk;
    private final Accounts accounts;

    MediaRows(EvidenceDesk desk, Accounts accounts) {
        this.desk = desk;
        this.accounts = accounts;
    }

    /**
     * One medium.
     *
     * @param last what was recorded last, when anything was
     * @param destruction recorded and waiting for another person
     * @param handles whether the reader does work on it: the warehouse, or the partner who holds it
     * @param own whether that destruction was recorded by the reader
     */
    record Row(
            MediumView medium,
            List<EvidenceView> evidence,
            @Nullable EvidenceView last,
            @Nullable EvidenceView destruction,
            boolean own,
            Map<UUID, String> names,
            boolean handles,
            boolean compliance) {

        public boolean mayRecord() {
            return handles && !medium.unnamed() && medium.status().mayBecome(MediumStatus.ERASED);
        }

        public boolean mayDestroy() {
            return handles
                    && !medium.unnamed()
                    && destruction == null
                    && medium.status().mayBecome(MediumStatus.DESTROYED);
        }

        public boolean mayValidate() {
            return destruction != null && !own && (handles || compliance);
        }

        public boolean mayRule() {
            return compliance && doubt() != null;
        }

        public boolean maySetAside() {
            return handles && medium.status().mayBecome(MediumStatus.RETURNED);
        }

        public boolean mayAcceptLoss() {
            return compliance && medium.status() == MediumStatus.MISSING && !medium.acceptedMissing();
        }

        /** The evidence that the officer rules on: the last that left it open. */
        public @Nullable EvidenceView doubt() {
            return medium.status() != MediumStatus.UNDECIDED
                    ? null
                    : evidence.stream()
                            .filter(one -> one.result().equals("UNDECIDED"))
                            .reduce((one, later) -> later)
                            .orElse(null);
        }

        /** Who signed it: of a ruling the officer, not whoever did the work that it rules on. */
        public String by(EvidenceView one) {
            return names.getOrDefault(one.kind().equals("RULING") ? one.validator() : one.performer(), "");
        }

        /** Of the timeline's step. */
        public String kind(EvidenceView one) {
            return switch (one.result()) {
                case "FAILED" -> "stop";
                case "UNDECIDED", "RECORDED" -> "now";
                case "REPLACED" -> "later";
                default -> "done";
            };
        }

        public String validatedBy(EvidenceView one) {
            return names.getOrDefault(one.validator(), "");
        }
    }

    /** A partner is shown what was entrusted to it and nothing else. */
    List<Row> of(AssetView asset, Actor actor) {
        return of(
                asset.media().stream()
                        .filter(medium ->
                                actor.isStaff() || medium.instruction().where() == DataPlace.PARTNER)
                        .toList(),
                actor);
    }

    List<Row> of(List<MediumView> media, Actor actor) {
        List<EvidenceView> all =
                desk.evidenceOf(media.stream().map(MediumView::id).toList());
        Map<UUID, String> names = accounts.names(all.stream()
                .flatMap(one -> Stream.of(one.performer(), one.validator()))
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        Map<UUID, List<EvidenceView>> byMedium =
                all.stream().collect(Collectors.groupingBy(one -> one.medium().value()));
        return media.stream()
                .map(medium -> row(medium, byMedium.getOrDefault(medium.id().value(), List.of()), names, actor))
                .toList();
    }

    private static Row row(MediumView medium, List<EvidenceView> evidence, Map<UUID, String> names, Actor actor) {
        EvidenceView destruction = evidence.stream()
                .filter(one -> one.kind().equals("DESTRUCTION") && one.result().equals("RECORDED"))
                .reduce((one, later) -> later)
                .orElse(null);
        return new Row(
                medium,
                evidence,
                evidence.isEmpty() ? null : evidence.getLast(),
                destruction,
                destruction != null && Objects.equals(destruction.performer(), actor.person()),
                names,
                actor.is(Role.WAREHOUSE) || actor.is(Role.PARTNER),
                actor.is(Role.COMPLIANCE));
    }
}

package eu.boucle.asset;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.identity.Scope;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.FactsTogether;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.StateForbids;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The register's use cases on media. Each verb checks where the medium stands, writes its history row, recomputes the
 * clearance of its asset and publishes {@link MediumChanged}. Evidence is named by a word and an id or hash.
 */
@Service
@Transactional
public class MediaRegister {

    private static final int SHORTEST_NEAR = 6;
    private static final int MOST_NEAR = 20;

    private static final String OWN = "(:all or m.organisation_id in (:organisations))";

    /** Its asset is still on an open request, or evidence may still come for it from the partner. */
    private static final String AWAITED = "(" + LotFigures.IN_USE
            + " or a.state <> 'WITHDRAWN' and m.status in ('EXPECTED', 'UNDECIDED', 'FAILED', 'ENTRUSTED'))";

    /** As a tired eye reads it; the same as {@link #fold}, but for a leading S. */
    private static final String FOLDED = "replace(replace(replace(m.serial, 'O', '0'), 'I', '1'), '-', '')";

    private final Media media;
    private final AssetRows rows;
    private final AssetHistory history;
    private final Clearances clearances;
    private final Teardown teardown;
    private final ApplicationEventPublisher events;

    MediaRegister(
            Media media,
            AssetRows rows,
            AssetHistory history,
            Clearances clearances,
            Teardown teardown,
            ApplicationEventPublisher events) {
        this.media = media;
        this.rows = rows;
        this.history = history;
        this.clearances = clearances;
        this.teardown = teardown;
        this.events = events;
    }

    /** Unscoped: the caller holds the id by right. @throws eu.boucle.shared.NotFound */
    public MediumView medium(MediumId id) {
        return media.find(id).orElseThrow(NotFound::new);
    }

    /** Unscoped, as {@link #medium(MediumId)}; ids that are not known are left out. */
    public List<MediumView> media(Collection<MediumId> ids) {
        return AssetRows.chunks(ids.stream().map(MediumId::value).toList()).stream()
                .flatMap(chunk -> rows.media("m.id in (:ids)", Map.of("ids", chunk)).stream())
                .toList();
    }

    /** @throws eu.boucle.shared.NotFound also for another client's */
    public MediumView medium(MediumId id, Actor by) {
        by.require(Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE, Role.PARTNER);
        Scope scope = by.scope();
        return media.find(id)
                .filter(medium -> scope.covers(medium.organisation()))
                .orElseThrow(NotFound::new);
    }

    /** Media of open requests with this normalised serial, within the organisations; exact match. */
    public List<MediumView> bySerial(String normalisedSerial, Scope scope) {
        return bySerials(List.of(normalisedSerial), scope);
    }

    /** As {@link #bySerial}, for all of a report or a box at once. */
    public List<MediumView> bySerials(Collection<String> normalisedSerials, Scope scope) {
        return AssetRows.chunks(normalisedSerials).stream()
                .flatMap(serials -> rows
                        .media(
                                "m.serial in (:serials) and " + AWAITED + " and " + OWN,
                                Map.of("serials", serials, "all", scope.all(), "organisations", scope.organisations()))
                        .stream())
                .toList();
    }

    /** Near misses for a person: vendor prefix, O/0, I/1, a leading S. */
    public List<MediumView> nearSerial(String normalisedSerial, Scope scope) {
        String folded = fold(normalisedSerial);
        if (folded.length() < SHORTEST_NEAR) {
            return List.of();
        }
        return rows
                .media(
                        "m.serial <> :serial and length(m.serial) >= :shortest and (" + FOLDED + " = :folded or "
                                + FOLDED + " like :ending or :folded like '%' || " + FOLDED + ") and " + AWAITED
                                + " and " + OWN,
                        Map.of(
                                "serial",
                                normalisedSerial,
                                "shortest",
                                SHORTEST_NEAR,
                                "folded",
                                folded,
                                "ending",
                                "%" + folded,
                                "all",
                                scope.all(),
                                "organisations",
                                scope.organisations()))
                .stream()
                .limit(MOST_NEAR)
                .toList();
    }

    public List<MediumView> ofRequest(RequestId request) {
        return rows.media("m.request_id = :request", Map.of("request", request.value()));
    }

    /** Media as they stand, their assets held until the transaction ends. @throws eu.boucle.shared.NotFound when one is unknown */
    public List<MediumView> held(Collection<MediumId> ids) {
        return media.hold(ids).stream().map(Medium::view).toList();
    }

    /** What evidence makes of many media, each named once, moved together. @param becomes ERASED, FAILED or UNDECIDED */
    public void decided(Map<MediumId, MediumStatus> becomes, String evidence, Actor by, Instant at) {
        if (!becomes.isEmpty()) {
            write(
                    media.hold(becomes.keySet()).stream()
                            .map(medium -> medium.decided(
                                    Objects.requireNonNull(
                                            becomes.get(medium.view().id())),
                                    evidence,
                                    by,
                                    at))
                            .toList(),
                    by,
                    at);
        }
    }

    public void erased(MediumId id, String evidence, Actor by, Instant at) {
        move(id, medium -> medium.erased(evidence, by, at), by, at);
    }

    public void failed(MediumId id, String evidence, Actor by, Instant at) {
        move(id, medium -> medium.failed(evidence, by, at), by, at);
    }

    public void undecided(MediumId id, String evidence, Actor by, Instant at) {
        move(id, medium -> medium.undecided(evidence, by, at), by, at);
    }

    public void destroyed(MediumId id, String evidence, Actor by, Instant at) {
        move(id, medium -> medium.destroyed(evidence, by, at), by, at);
    }

    public void returned(MediumId id, String evidence, Actor by, Instant at) {
        move(id, medium -> medium.returned(evidence, by, at), by, at);
    }

    /** Undecided media of an asset whose instruction says PARTNER: sealed inside. @throws eu.boucle.shared.StateForbids {@code NOT_ENTRUSTED_BY_CLIENT} otherwise */
    public void entrusted(MediumId id, String evidence, Actor by, Instant at) {
        move(id, medium -> medium.entrusted(evidence, by, at), by, at);
    }

    /** ERASED → EXPECTED: the client asks for more than the evidence reaches. */
    public void awaitedAgain(MediumId id, String evidence, Actor by, Instant at) {
        move(id, medium -> medium.awaitedAgain(evidence, by, at), by, at);
    }

    public void missing(MediumId id, Actor by, Instant at, Reason reason) {
        move(id, medium -> medium.missing(reason.text(), by, at), by, at);
    }

    public void acceptMissing(MediumId id, Actor by, Instant at, Reason reason) {
        MediumView medium = media.hold(id).view();
        if (medium.status() != MediumStatus.MISSING) {
            throw new StateForbids("MEDIUM_STATE", media.hold(id).name(), medium.status(), MediumStatus.MISSING);
        }
        if (medium.acceptedMissing()) {
            return;
        }
        media.acceptLoss(id);
        history.write(
                List.of(new AssetHistory.Line(
                        medium.asset().value(),
                        id.value(),
                        medium.organisation(),
                        MediumStatus.MISSING.name(),
                        MediumStatus.MISSING.name())),
                "acceptLoss",
                by,
                at,
                reason.text());
        clearances.recompute(List.of(medium.asset().value()), by, at);
        events.publishEvent(
                new LossAccepted(id.value(), medium.asset(), medium.request(), by.stamp(medium.organisation(), at)));
    }

    /** A medium found at teardown; it takes the place of the asset's unnamed stand-in when there is one. */
    public MediumView found(AssetTag tag, RegisterLot.ExpectedMedium medium, Actor by, Instant at) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE);
        return teardown.found(asset(tag, by), medium, by, at);
    }

    /** Two people say that an asset holds no medium: the first call notes one, the second by another person removes the stand-in. @return true when both have spoken */
    public boolean confirmEmpty(AssetTag tag, Actor by, Instant at) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE);
        return teardown.confirmEmpty(asset(tag, by), by, at);
    }

    /** It turned up: it stands again where it stood before it was missed. */
    public void foundAgain(MediumId id, Actor by, Instant at, Reason reason) {
        move(id, medium -> medium.foundAgain(reason.text(), by, at), by, at);
    }

    /** The report's bus or a person says what an UNKNOWN medium is. Another one stays what it was declared. */
    public void settleKind(MediumId id, MediumKind kind, MediumInterface attached, Actor by, Instant at) {
        MediumView medium = media.hold(id).view();
        if (medium.kind() != MediumKind.UNKNOWN || kind == MediumKind.UNKNOWN) {
            return;
        }
        media.settle(id, kind, attached);
        history.write(
                List.of(new AssetHistory.Line(
                        medium.asset().value(),
                        id.value(),
                        medium.organisation(),
                        medium.kind().name(),
                        kind.name())),
                "settleKind",
                by,
                at,
                "");
    }

    private void move(MediumId id, Function<Medium, MediumChanged> verb, Actor by, Instant at) {
        write(List.of(verb.apply(media.hold(id))), by, at);
    }

    private void write(List<MediumChanged> changes, Actor by, Instant at) {
        media.write(changes);
        Map<String, List<AssetHistory.Line>> byEvidence = new LinkedHashMap<>();
        changes.forEach(changed -> byEvidence
                .computeIfAbsent(changed.evidence(), any -> new ArrayList<>())
                .add(new AssetHistory.Line(
                        changed.asset().value(),
                        changed.medium().value(),
                        changed.stamp().organisation(),
                        changed.from().name(),
                        changed.to().name())));
        byEvidence.forEach((evidence, lines) -> history.write(lines, "medium", by, at, evidence));
        clearances.recompute(
                changes.stream().map(changed -> changed.asset().value()).toList(), by, at);
        events.publishEvent(new FactsTogether(changes));
    }

    private AssetView asset(AssetTag tag, Actor by) {
        Scope scope = by.scope();
        return rows
                .where(
                        "a.tag = :tag and " + OWN.replace("m.", "a."),
                        Map.of("tag", tag.value(), "all", scope.all(), "organisations", scope.organisations()),
                        "a.tag")
                .stream()
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    private static String fold(String serial) {
        String folded = serial.replace('O', '0').replace('I', '1').replace("-", "");
        return folded.startsWith("S") ? folded.substring(1) : folded;
    }
}

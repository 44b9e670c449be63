package eu.boucle.custody;

import eu.boucle.asset.AssetId;
import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.MediumId;
import eu.boucle.asset.MediumStatus;
import eu.boucle.custody.DiscrepancyList.Place;
import eu.boucle.identity.Actor;
import eu.boucle.identity.HostCalendar;
import eu.boucle.identity.HostSettings;
import eu.boucle.identity.Role;
import eu.boucle.identity.Setting;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.RunId;
import eu.boucle.shared.Slice;
import eu.boucle.shared.StateForbids;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gaps between declared, collected and received: each has an owner, a clock, and an end with a reason. */
@Service
@Transactional
public class Discrepancies {

    /** A lost disk may be a personal data breach: the law's clock (GDPR article 33) is 72 hours. */
    static final Duration FOR_MEDIA = Duration.ofHours(72);

    private static final Set<AssetState> STILL_HERE =
            EnumSet.of(AssetState.DECLARED, AssetState.TAGGED, AssetState.REFUSED);

    private final DiscrepancyList list;
    private final DiscrepancyPhotos photos;
    private final AssetRegister assets;
    private final MediaRegister media;
    private final HostSettings settings;
    private final HostCalendar calendar;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Discrepancies(
            DiscrepancyList list,
            DiscrepancyPhotos photos,
            AssetRegister assets,
            MediaRegister media,
            HostSettings settings,
            HostCalendar calendar,
            ApplicationEventPublisher events,
            Clock clock) {
        this.list = list;
        this.photos = photos;
        this.assets = assets;
        this.media = media;
        this.settings = settings;
        this.calendar = calendar;
        this.events = events;
        this.clock = clock;
    }

    /** Opens one, or returns the open one about the same thing. Due in 72 hours for media, else when the host's delay ends. */
    public DiscrepancyView open(OpenDiscrepancy command, Actor by) {
        return list.openAbout(command).orElseGet(() -> {
            DiscrepancyId id = DiscrepancyId.next();
            Instant now = clock.instant();
            list.insert(id, command, by, now, due(command, now));
            events.publishEvent(new DiscrepancyOpened(
                    id, command.kind(), command.request(), command.run(), by.stamp(command.organisation(), now)));
            return discrepancy(id);
        });
    }

    private Instant due(OpenDiscrepancy command, Instant now) {
        return command.medium() == null
                ? calendar.after(now, settings.delay(Setting.DISCREPANCY_ESCALATION))
                : now.plus(FOR_MEDIA);
    }

    /**
     * WAREHOUSE or COMPLIANCE sees something that no list found, and shows it. About an item, a run or a request; or of
     * none of them, and then of the host.
     */
    public DiscrepancyView openByHand(OpenDiscrepancy command, List<NewPhoto> pictures, Actor by) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE);
        if (command.detail().isBlank()) {
            throw Invalid.field("detail", "GAP_DETAIL_MISSING", "");
        }
        DiscrepancyView opened = open(command, by);
        photos.add(opened, pictures, by, clock.instant());
        return discrepancy(opened.id());
    }

    /** WAREHOUSE or COMPLIANCE adds pictures to one still open. @throws StateForbids {@code ALREADY_RESOLVED} */
    public DiscrepancyView addPhotos(DiscrepancyId id, List<NewPhoto> pictures, Actor by) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE);
        DiscrepancyView gap = discrepancy(id);
        if (!gap.open()) {
            throw new StateForbids("ALREADY_RESOLVED", gap.detail());
        }
        photos.add(gap, pictures, by, clock.instant());
        return discrepancy(id);
    }

    /** Staff. @throws NotFound */
    @Transactional(readOnly = true)
    public KeptPhoto photo(DiscrepancyId id, int number, Actor by) {
        by.require(Role.WAREHOUSE, Role.COMPLIANCE);
        return photos.photo(id, number);
    }

    /**
     * COMPLIANCE. The thing follows: LOST and ACCEPTED accept a loss, FOUND puts it back, RETURNED withdraws it. One that
     * a person reported and the register still has here goes with LOST and RETURNED too.
     *
     * @throws StateForbids {@code ALREADY_RESOLVED}, {@code GAP_ASSET_ON_RUN}
     */
    public DiscrepancyView resolve(
            DiscrepancyId id, DiscrepancyOutcome outcome, Reason reason, List<NewPhoto> pictures, Actor by) {
        by.require(Role.COMPLIANCE);
        DiscrepancyView gap = discrepancy(id);
        if (gap.kind().equals(MediaFoundTooLate.KIND)
                ? outcome == DiscrepancyOutcome.FOUND
                : outcome == DiscrepancyOutcome.ENTRUSTED) {
            throw Invalid.field("outcome", "OUTCOME_UNFIT", outcome.name());
        }
        Instant now = clock.instant();
        photos.add(gap, pictures, by, now);
        if (!list.resolve(id, outcome, reason, by, now)) {
            throw new StateForbids("ALREADY_RESOLVED", gap.detail());
        }
        if (gap.medium() != null) {
            follow(gap.medium(), outcome, reason, by, now);
        } else if (gap.asset() != null) {
            follow(gap.asset(), outcome, reason, by, now);
        }
        events.publishEvent(
                new DiscrepancyResolved(id, outcome, gap.request(), gap.run(), by.stamp(gap.organisation(), now)));
        return discrepancy(id);
    }

    /** For the room that keeps evidence: a missing medium was found again, or its loss accepted. */
    public void settled(MediumId medium, DiscrepancyOutcome outcome, Reason reason, Actor by) {
        settle(list.openOf(medium), outcome, reason, by);
    }

    private void settle(List<DiscrepancyView> open, DiscrepancyOutcome outcome, Reason reason, Actor by) {
        Instant now = clock.instant();
        for (DiscrepancyView gap : open) {
            if (list.resolve(gap.id(), outcome, reason, by, now)) {
                events.publishEvent(new DiscrepancyResolved(
                        gap.id(), outcome, gap.request(), gap.run(), by.stamp(gap.organisation(), now)));
            }
        }
    }

    /** What was missed was given back: the reason stands in its history. */
    void givenBack(Collection<AssetId> assets, Actor by) {
        List<DiscrepancyView> open = list.openOf(assets).stream()
                .filter(gap -> gap.kind().startsWith("MISSING"))
                .toList();
        settle(open, DiscrepancyOutcome.RETURNED, new Reason(AssetState.WITHDRAWN.name()), by);
    }

    /** What was missed has turned up: whatever was open about its absence is resolved, by whoever found it. */
    void foundAgain(AssetId asset, Reason reason, Actor by) {
        List<DiscrepancyView> open = list.openOf(asset).stream()
                .filter(gap -> gap.kind().startsWith("MISSING"))
                .toList();
        settle(open, DiscrepancyOutcome.FOUND, reason, by);
    }

    /** Without pictures. */
    public DiscrepancyView resolve(DiscrepancyId id, DiscrepancyOutcome outcome, Reason reason, Actor by) {
        return resolve(id, outcome, reason, List.of(), by);
    }

    /** Something that never existed (MISDECLARED) is given up like something lost: nothing more waits for it. */
    private void follow(AssetId id, DiscrepancyOutcome outcome, Reason reason, Actor by, Instant at) {
        AssetView asset = assets.asset(id);
        if (asset.state() == AssetState.MISSING) {
            switch (outcome) {
                case LOST, ACCEPTED, MISDECLARED -> assets.acceptLoss(id, by, at, reason);
                case FOUND -> assets.found(id, by, at, reason);
                case RETURNED -> assets.withdraw(List.of(id), by, at, reason);
                case ENTRUSTED -> throw new IllegalStateException("Only media are entrusted");
            }
        } else if (STILL_HERE.contains(asset.state())) {
            followPresent(asset, outcome, reason, by, at);
        }
    }

    private void followPresent(AssetView asset, DiscrepancyOutcome outcome, Reason reason, Actor by, Instant at) {
        boolean goes = outcome == DiscrepancyOutcome.LOST || outcome == DiscrepancyOutcome.RETURNED;
        if (goes && asset.run() != null) {
            throw new StateForbids("GAP_ASSET_ON_RUN", asset.tag());
        }
        if (outcome == DiscrepancyOutcome.LOST) {
            assets.missing(List.of(asset.id()), by, at, reason.text());
            assets.acceptLoss(asset.id(), by, at, reason);
        } else if (outcome == DiscrepancyOutcome.RETURNED) {
            assets.withdraw(List.of(asset.id()), by, at, reason);
        }
    }

    private void follow(MediumId medium, DiscrepancyOutcome outcome, Reason reason, Actor by, Instant at) {
        MediumStatus status = media.medium(medium).status();
        if (status == MediumStatus.EXPECTED || status == MediumStatus.UNDECIDED) {
            foundTooLate(medium, outcome, reason, by, at);
            return;
        }
        if (status != MediumStatus.MISSING) {
            return;
        }
        switch (outcome) {
            case LOST, ACCEPTED, MISDECLARED -> media.acceptMissing(medium, by, at, reason);
            case FOUND -> media.foundAgain(medium, by, at, reason);
            case RETURNED -> {
                media.foundAgain(medium, by, at, reason);
                media.returned(medium, "discrepancy", by, at);
            }
            case ENTRUSTED -> throw new IllegalStateException("What is missing is entrusted to nobody");
        }
    }

    /** It is in the partner's hands: entrusted by the client's word, given back, or given up. */
    private void foundTooLate(MediumId medium, DiscrepancyOutcome outcome, Reason reason, Actor by, Instant at) {
        switch (outcome) {
            case ENTRUSTED -> media.entrusted(medium, "discrepancy", by, at);
            case RETURNED -> media.returned(medium, "discrepancy", by, at);
            case LOST, ACCEPTED, MISDECLARED -> {
                media.missing(medium, by, at, reason);
                media.acceptMissing(medium, by, at, reason);
            }
            case FOUND -> {}
        }
    }

    /** Open ones first, then newest, keyset. COMPLIANCE. */
    @Transactional(readOnly = true)
    public Slice<DiscrepancyView> page(@Nullable String after, int limit, Actor by) {
        by.require(Role.COMPLIANCE);
        int most = Math.clamp(limit, 1, Slice.MOST);
        List<DiscrepancyView> rows = list.page(after == null ? null : place(after), most + 1);
        if (rows.size() <= most) {
            return new Slice<>(rows, null);
        }
        List<DiscrepancyView> items = rows.subList(0, most);
        return new Slice<>(List.copyOf(items), cursor(items.getLast()));
    }

    /** @throws eu.boucle.shared.NotFound */
    @Transactional(readOnly = true)
    public DiscrepancyView discrepancy(DiscrepancyId id) {
        return list.read(id).orElseThrow(NotFound::new);
    }

    @Transactional(readOnly = true)
    public List<DiscrepancyView> ofRequest(RequestId request) {
        return list.ofRequest(request);
    }

    @Transactional(readOnly = true)
    public List<DiscrepancyView> ofRun(RunId run) {
        return list.ofRun(run);
    }

    @Transactional(readOnly = true)
    public int openFor(RequestId request) {
        return list.openFor(request);
    }

    private static String cursor(DiscrepancyView last) {
        String place = (last.open() ? "0" : "1") + "|" + last.openedAt() + "|"
                + last.id().value();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private static Place place(String cursor) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8).split("\\|");
            return new Place(parts[0].equals("0"), Instant.parse(parts[1]), UUID.fromString(parts[2]));
        } catch (RuntimeException e) {
            throw Invalid.field("after", "CURSOR_WRONG", cursor);
        }
    }
}

package eu.boucle.identity;

import eu.boucle.shared.Delay;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Problem;
import eu.boucle.shared.Reason;
import eu.boucle.shared.Slice;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The host's settings: each row with a history of who changed it when and why. Read often and changed rarely, so each
 * node remembers them for a few seconds; a case already under way keeps the dates it was given.
 */
@Service
@Transactional
public class HostSettings {

    private static final Duration REMEMBERED = Duration.ofSeconds(5);
    private static final UUID NO_HOST = new UUID(0, 0);

    private static final List<List<Setting>> ORDERED = List.of(
            List.of(Setting.REVIEW_REMINDER, Setting.REVIEW_ESCALATION),
            List.of(Setting.MEDIA_REMINDER, Setting.MEDIA_ESCALATION),
            List.of(Setting.CONFIRMATION_REMINDER, Setting.CONFIRMATION_ESCALATION),
            List.of(Setting.TREATMENT_REMINDER, Setting.TREATMENT_ESCALATION),
            List.of(Setting.FINAL_OPERATIONS_REMINDER, Setting.FINAL_OPERATIONS_ESCALATION),
            List.of(Setting.DISCREPANCY_REMINDER, Setting.DISCREPANCY_ESCALATION),
            List.of(Setting.DESTRUCTION_REMINDER, Setting.DESTRUCTION_ESCALATION));

    private final JdbcClient jdbc;
    private final PublicHolidays holidays;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private volatile @Nullable Remembered remembered;

    HostSettings(JdbcClient jdbc, PublicHolidays holidays, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.holidays = holidays;
        this.events = events;
        this.clock = clock;
    }

    private record Remembered(Map<Setting, String> values, Instant at) {}

    /** One change as it is told. */
    public record Change(
            UUID id,
            Setting setting,
            String before,
            String after,
            String reason,
            Instant at,
            @Nullable UUID by) {}

    /** What holds now, said or usual. */
    @Transactional(readOnly = true)
    public String text(Setting setting) {
        return current().getOrDefault(setting, setting.usual());
    }

    @Transactional(readOnly = true)
    public Delay delay(Setting setting) {
        return Delay.of(text(setting));
    }

    @Transactional(readOnly = true)
    public BigDecimal percent(Setting setting) {
        return new BigDecimal(text(setting));
    }

    @Transactional(readOnly = true)
    public Set<LocalDate> closedDays() {
        return Set.copyOf(Setting.daysOf(text(Setting.CLOSED_DAYS)));
    }

    /** Every setting with what holds now. ADMIN and COMPLIANCE. */
    @Transactional(readOnly = true)
    public Map<Setting, String> all(Actor by) {
        by.require(Role.ADMIN, Role.COMPLIANCE);
        Map<Setting, String> all = new EnumMap<>(Setting.class);
        Map<Setting, String> said = read();
        for (Setting setting : Setting.values()) {
            all.put(setting, said.getOrDefault(setting, setting.usual()));
        }
        return all;
    }

    /**
     * ADMIN sets some of them; what is equal to before is no change.
     *
     * @throws Invalid {@code DELAY_WRONG}, {@code DELAY_ORDER}, {@code PERCENT_WRONG}, {@code REGION_WRONG},
     *     {@code CLOSED_DAYS_WRONG}, each by the setting's name
     */
    public Map<Setting, String> change(Map<Setting, String> given, Reason reason, Actor by) {
        by.require(Role.ADMIN);
        Map<Setting, String> before = all(by);
        Map<Setting, String> after = new EnumMap<>(before);
        List<Problem> problems = new ArrayList<>();
        given.forEach((setting, text) -> {
            try {
                after.put(setting, setting.checked(text, holidays));
            } catch (Invalid e) {
                problems.addAll(e.problems());
            }
        });
        if (problems.isEmpty()) {
            ordered(after, problems);
        }
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        for (Setting setting : Setting.values()) {
            String was = before.getOrDefault(setting, setting.usual());
            String is = after.getOrDefault(setting, setting.usual());
            if (!was.equals(is)) {
                keep(setting, was, is, reason, by);
            }
        }
        return after;
    }

    /** A reminder comes before the escalation, measured over a year of the plain calendar. */
    private static void ordered(Map<Setting, String> values, List<Problem> problems) {
        Instant start = Instant.parse("2026-01-05T08:00:00Z");
        for (List<Setting> pair : ORDERED) {
            Instant reminder = end(values, pair.getFirst(), start);
            Instant escalation = end(values, pair.getLast(), start);
            if (!reminder.isBefore(escalation)) {
                problems.add(new Problem(pair.getLast().name(), "DELAY_ORDER", values.get(pair.getLast())));
            }
        }
    }

    private static Instant end(Map<Setting, String> values, Setting setting, Instant start) {
        return Delay.of(values.getOrDefault(setting, setting.usual()))
                .after(start, ZoneOffset.UTC, day -> day.getDayOfWeek().getValue() < 6);
    }

    private void keep(Setting setting, String before, String after, Reason reason, Actor by) {
        Instant now = clock.instant();
        if (jdbc.sql("update setting set setting_value = ? where name = ?")
                        .params(after, setting.name())
                        .update()
                == 0) {
            jdbc.sql("insert into setting (name, setting_value) values (?, ?)")
                    .params(setting.name(), after)
                    .update();
        }
        jdbc.sql("insert into setting_change (id, name, value_before, value_after, reason, changed_at, changed_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .param(UUID.randomUUID())
                .param(setting.name())
                .param(before)
                .param(after)
                .param(reason.text())
                .param(now.atOffset(ZoneOffset.UTC))
                .param(by.person())
                .update();
        events.publishEvent(new SettingChanged(setting, before, after, by.stamp(host(), now)));
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                remembered = null;
            }
        });
    }

    private UUID host() {
        return jdbc.sql("select id from organisation where kind = 'HOST'")
                .query((row, number) -> row.getObject(1, UUID.class))
                .optional()
                .orElse(NO_HOST);
    }

    /** Newest first, keyset. ADMIN and COMPLIANCE. */
    @Transactional(readOnly = true)
    public Slice<Change> history(@Nullable String after, int limit, Actor by) {
        by.require(Role.ADMIN, Role.COMPLIANCE);
        int most = Math.clamp(limit, 1, Slice.MOST);
        Instant at = Instant.EPOCH;
        UUID id = NO_HOST;
        if (after != null) {
            try {
                String[] place = new String(Base64.getUrlDecoder().decode(after), StandardCharsets.UTF_8).split("\\|");
                at = Instant.parse(place[0]);
                id = UUID.fromString(place[1]);
            } catch (RuntimeException e) {
                throw Invalid.field("after", "CURSOR_WRONG", after);
            }
        }
        List<Change> found = jdbc.sql("select * from setting_change where :start or changed_at < :at"
                        + " or (changed_at = :at and id < :id)"
                        + " order by changed_at desc, id desc fetch first :most rows only")
                .param("start", after == null)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id)
                .param("most", most + 1)
                .query(HostSettings::change)
                .list();
        if (found.size() <= most) {
            return new Slice<>(found, null);
        }
        List<Change> items = List.copyOf(found.subList(0, most));
        String place = items.getLast().at() + "|" + items.getLast().id();
        return new Slice<>(
                items, Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8)));
    }

    private Map<Setting, String> current() {
        Remembered known = remembered;
        Instant now = clock.instant();
        if (known == null || Duration.between(known.at(), now).abs().compareTo(REMEMBERED) > 0) {
            known = new Remembered(read(), now);
            remembered = known;
        }
        return known.values();
    }

    private Map<Setting, String> read() {
        Map<Setting, String> values = new EnumMap<>(Setting.class);
        jdbc.sql("select name, setting_value from setting").query(row -> {
            values.put(Setting.valueOf(row.getString("name")), row.getString("setting_value"));
        });
        return values;
    }

    private static Change change(ResultSet row, int number) throws SQLException {
        return new Change(
                row.getObject("id", UUID.class),
                Setting.valueOf(row.getString("name")),
                row.getString("value_before"),
                row.getString("value_after"),
                row.getString("reason"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_by", UUID.class));
    }
}

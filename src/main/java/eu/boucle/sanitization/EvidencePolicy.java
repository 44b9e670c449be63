package eu.boucle.sanitization;

import eu.boucle.asset.DataAction;
import eu.boucle.asset.MediumView;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.sanitization.WipedDrive.Verification;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** The settings that evidence is held against, and the level that a technique reaches on a medium. */
@Component
class EvidencePolicy {

    /** @param reached absent when nothing was erased or the technique is not known for that medium */
    record Level(@Nullable SanitizationLevel reached, boolean enough) {}

    private final EvidenceRules rules;
    private final TechniquePolicy techniques;
    private final int protectionClass;
    private final ZoneId stationZone;
    private final Clock clock;

    EvidencePolicy(
            TechniquePolicy techniques,
            @Value("${boucle.sanitization.verification:LAST}") Verification verification,
            @Value("${boucle.sanitization.oldest-nwipe:0.31}") String oldestNwipe,
            @Value("${boucle.sanitization.protection-class:2}") int protectionClass,
            @Value("${boucle.zone:Europe/Paris}") ZoneId stationZone,
            Clock clock) {
        this.rules = new EvidenceRules(verification, oldestNwipe);
        this.techniques = techniques;
        this.protectionClass = protectionClass;
        this.stationZone = stationZone;
        this.clock = clock;
    }

    EvidenceRules rules() {
        return rules;
    }

    /** ISO/IEC 21964 class of the data, by default 2: personal data. */
    int protectionClass() {
        return protectionClass;
    }

    /** Logs carry local times without zone: the stations stand where the host does. */
    ZoneId stationZone() {
        return stationZone;
    }

    /** The day of a piece of work; today when nobody knows. */
    LocalDate day(@Nullable Instant ended) {
        return LocalDate.ofInstant(ended == null ? clock.instant() : ended, stationZone);
    }

    static SanitizationLevel asked(MediumView medium) {
        DataAction action = medium.instruction().action();
        return action == DataAction.DESTROY
                ? SanitizationLevel.DESTROY
                : medium.instruction().level();
    }

    /** As {@link #level}, each question asked once: a report has many drives of one make. */
    Levels levels() {
        return new Levels();
    }

    final class Levels {

        private final Map<List<Object>, Level> answered = new HashMap<>();

        private Levels() {}

        Level level(MediumView medium, String bus, String technique, int overwrites, LocalDate day) {
            List<Object> question = List.of(MediumKey.of(medium, bus), technique, overwrites, asked(medium), day);
            return answered.computeIfAbsent(
                    question, ignored -> EvidencePolicy.this.level(medium, bus, technique, overwrites, day));
        }
    }

    /**
     * @param technique empty when nothing was erased: then another condition says so, and the level is not blamed
     * @param day when the work was done: the rows of that day decide
     */
    Level level(MediumView medium, String bus, String technique, int overwrites, LocalDate day) {
        if (technique.isEmpty()) {
            return new Level(null, true);
        }
        String key = MediumKey.of(medium, bus);
        if (key.equals("UNKNOWN")) {
            boolean overwritten = technique.equals("OVERWRITE");
            return new Level(
                    overwritten ? SanitizationLevel.CLEAR : null,
                    overwritten && asked(medium) == SanitizationLevel.CLEAR);
        }
        String counted = key.equals("FLASH_USB_SD_EMMC") && technique.equals("OVERWRITE") && overwrites >= 2
                ? "OVERWRITE_TWICE"
                : technique;
        TechniquePolicy.Answer answer = techniques.judge(key, counted, asked(medium), day);
        return new Level(answer.reached(), answer.enough());
    }
}

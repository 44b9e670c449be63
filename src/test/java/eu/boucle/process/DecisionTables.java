package eu.boucle.process;

import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.asset.EquipmentType;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.asset.WasteClassification;
import eu.boucle.asset.WasteClassification.Proposal.Ask;
import eu.boucle.asset.WasteClassification.Proposal.Classified;
import eu.boucle.sanitization.TechniquePolicy;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The decision tables through the engine that the application runs. */
abstract class DecisionTables {

    private static final LocalDate BEFORE = LocalDate.of(2026, 12, 8);
    private static final LocalDate FROM = LocalDate.of(2026, 12, 9);

    @Autowired
    WasteClassification classification;

    @Autowired
    TechniquePolicy policy;

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "FIXED:2,-,2",
                "SIZE:6/4/4,50,6",
                "SIZE:6/4/4,50.1,4",
                "SIZE:6/4/4,-,4",
                "SIZE:5/4/ask,-,ASK",
                "SIZE:5/4/ask,30,5",
                "SCREEN:6/2/6,15,6",
                "SCREEN:6/2/2,9,6",
                "SCREEN:6/2/2,24,2",
                "SCREEN:6/2/ask,-,ASK",
                "NONE,-,-",
            })
    void aCategoryFollowsTheRuleOfTheTypeAndItsSize(
            String rule, @Nullable BigDecimal dimension, @Nullable String category) {
        var answer = classification.propose(new WasteClassification.Question(
                type(rule, "16 02 13*", "16 02 14", "none"), dimension, false, BEFORE));
        assertThat(answer.source()).isNotBlank();
        if ("ASK".equals(category)) {
            assertThat(answer).isInstanceOf(Ask.class);
        } else {
            assertThat(((Classified) answer).weeeCategory()).isEqualTo(category);
        }
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // hint, declared, day, code with, code without, answer, adr
                "coin-cell|raid-cache,-,2026-12-08,16 02 13*,16 02 14,16 02 13*,SP 670 a",
                "coin-cell|raid-cache,false,2026-12-08,16 02 13*,16 02 14,16 02 14,''",
                "none,-,2026-12-08,16 02 13*,16 02 14,16 02 14,''",
                "none,true,2026-12-08,16 02 13*,16 02 14,16 02 13*,''",
                "li-ion-main|coin-cell,-,2026-12-08,16 02 13*,16 02 14,16 02 14,SP 670 b ; SP 670 a",
                "li-ion-main|coin-cell,-,2026-12-09,16 02 13*,16 02 14,16 02 13*,SP 670 b ; SP 670 a",
                "li-ion-main|coin-cell,false,2026-12-09,16 02 13*,16 02 14,16 02 14,''",
                "lead-vrla|li-ion-pack,-,2026-12-08,16 02 13*,16 02 14,16 02 13*,'SP 377 ; UN 2794 / UN 2800, SP 598'",
                "unknown,-,2026-12-08,16 02 13*,16 02 14,ASK,''",
                "by-chemistry,-,2026-12-08,16 06 01*,16 06 05,ASK,''",
                "by-chemistry,false,2026-12-08,16 06 01*,16 06 05,16 06 05,''",
                "by-chemistry,true,2026-12-08,16 06 01*,16 06 05,16 06 01*,UN 3480 / UN 3481 / UN 2794",
                "by-chemistry,true,2026-12-09,16 06 01*,16 06 05,ASK,''",
                "by-chemistry,false,2026-12-09,16 06 01*,16 06 05,ASK,''",
                "none,-,2026-12-08,-,-,ASK,''",
                "none,-,2026-12-08,-,16 02 16,16 02 16,''",
                "none,true,2026-12-08,-,16 02 16,ASK,''",
            })
    void aCodeIsTheOneInForceOnTheDayOrAQuestion(
            String hint,
            @Nullable Boolean declared,
            LocalDate day,
            @Nullable String with,
            @Nullable String without,
            String expected,
            String adr) {
        var answer = classification.propose(
                new WasteClassification.Question(type("FIXED:6", with, without, hint), null, declared, day));
        assertThat(answer.source()).isNotBlank();
        if (expected.equals("ASK")) {
            assertThat(answer).isInstanceOf(Ask.class);
            return;
        }
        Classified classified = (Classified) answer;
        assertThat(classified.wasteCode()).isEqualTo(expected);
        assertThat(classified.dangerous()).isEqualTo(expected.endsWith("*"));
        assertThat(classified.adrHint()).isEqualTo(adr);
    }

    @Test
    void theSourceOfAnAnswerIsTheAnnotationOfItsRule() {
        var answer = classification.propose(new WasteClassification.Question(
                type("SIZE:6/4/4", "16 02 13*", "16 02 14", "li-ion-main"), new BigDecimal("60"), null, FROM));
        assertThat(answer.source()).contains("Directive 2012/19/UE").contains("9 décembre 2026");
    }

    @ParameterizedTest
    @CsvSource({
        "SSD_ATA,OVERWRITE,CLEAR,true,CLEAR,FULL_LAST_PASS",
        "SSD_ATA,OVERWRITE,PURGE,false,CLEAR,FULL_LAST_PASS",
        "NVME,SANITIZE_CRYPTO_ERASE,PURGE,true,PURGE,SANITIZE_LOG",
        "NVME,SANITIZE_CRYPTO_ERASE,DESTROY,false,PURGE,SANITIZE_LOG",
        "HDD_ATA,SHRED,DESTROY,true,DESTROY,PARTICLE_SIZE",
        "HDD_ATA,SHRED,CLEAR,true,DESTROY,PARTICLE_SIZE",
        "HDD_ATA,DEGAUSS,PURGE,false,PURGE,FIELD_STRENGTH",
        "TAPE,DEGAUSS,PURGE,true,PURGE,FIELD_STRENGTH",
    })
    void aTechniqueIsEnoughWhenItsLevelReachesTheOneAsked(
            String medium,
            String technique,
            SanitizationLevel asked,
            boolean enough,
            SanitizationLevel reached,
            String verification) {
        TechniquePolicy.Answer answer = policy.judge(medium, technique, asked, LocalDate.of(2026, 11, 26));
        assertThat(answer.enough()).isEqualTo(enough);
        assertThat(answer.reached()).isEqualTo(reached);
        assertThat(answer.verification()).isEqualTo(verification);
        assertThat(answer.standard()).isNotBlank();
    }

    @Test
    void aTechniqueUnknownForTheMediumIsNeverEnough() {
        TechniquePolicy.Answer answer =
                policy.judge("NVME", "DEGAUSS", SanitizationLevel.CLEAR, LocalDate.of(2026, 11, 26));
        assertThat(answer.enough()).isFalse();
        assertThat(answer.reached()).isNull();
    }

    private static EquipmentType type(String rule, @Nullable String with, @Nullable String without, String hint) {
        return new EquipmentType(
                "t",
                "t",
                "t",
                rule,
                with,
                without,
                "yes",
                List.of(),
                List.of(hint.split("\\|")),
                null,
                null,
                null,
                null,
                null,
                "test");
    }
}

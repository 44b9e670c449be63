package eu.boucle.sanitization;

import static eu.boucle.sanitization.Samples.drive;
import static eu.boucle.sanitization.Samples.judged;
import static eu.boucle.sanitization.Samples.ownText;
import static eu.boucle.sanitization.Samples.positive;
import static eu.boucle.sanitization.Samples.read;
import static org.assertj.core.api.Assertions.assertThat;

import eu.boucle.sanitization.EvidenceRules.Expectation;
import eu.boucle.sanitization.WipedDrive.Verification;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each of the fifteen conditions, broken one at a time in a log that is otherwise good. */
class EvidenceRulesTests {

    private static final String GOOD = positive("ZC1A2B3C");

    @Test
    void aLogThatShowsEverythingIsErasedAndItsNeighbourWithoutSerialStaysUndecided() {
        NwipeLog log = read(GOOD);

        assertThat(judged(log, "loop0").verdict()).isEqualTo(Verdict.ERASED);
        assertThat(judged(log, "loop0").reasons()).isEmpty();
        assertThat(judged(log, "loop1").verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judged(log, "loop1").reasons()).containsExactly("SERIAL_MISSING");
    }

    @Test
    void theSameInWindowsLineEndsAndUtf16IsErased() {
        assertThat(judged(read(GOOD.replace("\n", "\r\n")), "loop0").verdict()).isEqualTo(Verdict.ERASED);
        byte[] wide = ("\uFEFF" + GOOD).getBytes(java.nio.charset.StandardCharsets.UTF_16LE);
        assertThat(judged(read(wide), "loop0").verdict()).isEqualTo(Verdict.ERASED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "     loop0 |           0 |                    0 |                    0~     loop0 |           1 |                    0 |                    0~PASS_ERRORS",
                "     loop0 |           0 |                    0 |                    0~     loop0 |           0 |                    1 |                    0~VERIFICATION_ERRORS",
                "     loop0 |           0 |                    0 |                    0~     loop0 |           0 |                    0 |                    3~SYNC_ERRORS",
                "     loop0 | Erased |~!    loop0 |-FAILED-|~STATUS_FAILED",
                "     loop0 | Erased |~!    loop0 |UABORTED|~STATUS_ABORTED",
                "     loop0 | Erased |~!    loop0 |INSANITY|~STATUS_INSANITY",
                "[SUCCESS] Verified that /dev/loop0 is empty.~Verification mismatch on '/dev/loop0' at offset 512~FAILURE_LINE",
                "[SUCCESS] Blanked device /dev/loop0~nwipe_write_with_retry: giving up write() on '/dev/loop0' after 3 attempts.~FAILURE_LINE",
            })
    void aFailureOutweighsEverythingElse(String shown, String instead, String reason) {
        NwipeLog log = read(changed(shown, instead));

        assertThat(judged(log, "loop0").verdict()).isEqualTo(Verdict.FAILED);
        assertThat(judged(log, "loop0").reasons()).contains(reason);
        assertThat(judged(log, "loop1").verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "     loop0 | Erased |~     loop0 |        |~STATUS_MISSING",
                "     loop0 |           0 |                    0 |                    0~     loop0 |           0 |                    0 ~ERRORS_MISSING",
                "     loop0 |          33554432 |~     loop0 |          33554431 |~BYTES_SHORT",
                "No UUID available for /dev/loop0~ *** HIDDEN SECTORS DETECTED ! *** on /dev/loop0~HIDDEN_AREA_PRESENT",
                "No UUID available for /dev/loop0~HIDDEN AREA DETECTED! on /dev/loop0~HIDDEN_AREA_PRESENT",
                "No UUID available for /dev/loop0~HPA values 65528 / 65536 on /dev/loop0~HIDDEN_AREA_PRESENT",
                "No UUID available for /dev/loop0~HIDDEN SECTORS INDETERMINATE! on /dev/loop0, Some USB adapters~HIDDEN_AREA_UNKNOWN",
                "No UUID available for /dev/loop0~[UNKNOWN] We can't find the HPA line, has hdparm ouput changed? /dev/loop0~HIDDEN_AREA_UNKNOWN",
                "'DoD Short' on /dev/loop0~'Verify Ones  (0xFF)' on /dev/loop0~VERIFY_ONLY",
                "S/N=ZC1A2B3C~S/N=????????~SERIAL_MASKED",
                "S/N=ZC1A2B3C~S/N=OTHER123~SERIAL_NOT_EXPECTED",
                "Nwipe successfully completed.~Nwipe successf~LOG_CUT",
                "Nwipe successfully completed.~Nwipe was aborted by the user. Check the summary table~LOG_CUT",
                "Nwipe successfully completed.~Nwipe exited with errors, check the log~LOG_CUT",
                "verify       = 2 (all passes)~verify       = 0 (off)~VERIFICATION_TOO_WEAK",
                "1R+B+VA~1R+B+NV~VERIFICATION_TOO_WEAK",
                "nwipe 0.42~nwipe 0.30~VERSION_TOO_OLD",
                "nwipe 0.42~nwipe~VERSION_UNKNOWN",
                "No UUID available for /dev/loop0~issuing SANITIZE sanact=2 on /dev/loop0~NOT_FINISHED",
                "No UUID available for /dev/loop0~SMART overall-health self-assessment test result: FAILED! /dev/loop0~SMART_FAILURE",
            })
    void aConditionThatIsNotShownLeavesItToAPerson(String shown, String instead, String reason) {
        NwipeLog log = read(changed(shown, instead));

        assertThat(judged(log, "loop0").verdict()).isEqualTo(Verdict.UNDECIDED);
        assertThat(judged(log, "loop0").reasons()).containsExactly(reason);
    }

    @Test
    void aSerialThatNobodyAwaitsAndALevelTooLowAreTold() {
        WipedDrive drive = drive(read(GOOD), "loop0");

        assertThat(EvidenceRules.DEFAULT
                        .judge(drive, Expectation.NOT_EXPECTED, true)
                        .reasons())
                .containsExactly("SERIAL_NOT_EXPECTED");
        assertThat(EvidenceRules.DEFAULT
                        .judge(drive, Expectation.EXPECTED, false)
                        .reasons())
                .containsExactly("LEVEL_TOO_LOW");
    }

    @Test
    void thePolicyMayAskMore() {
        WipedDrive drive = drive(
                read(ownText("nwipe-0.34deb-local-zero_ok.log").replace("33 MB, S/N=", "33 MB, S/N=ZC1")), "loop0");

        assertThat(EvidenceRules.DEFAULT
                        .judge(drive, Expectation.EXPECTED, true)
                        .verdict())
                .isEqualTo(Verdict.ERASED);
        assertThat(new EvidenceRules(Verification.ALL, "0.34")
                        .judge(drive, Expectation.EXPECTED, true)
                        .reasons())
                .containsExactly("VERIFICATION_TOO_WEAK", "VERSION_TOO_OLD");
    }

    @Test
    void aBlankInsideTheHiddenAreaLineDoesNotHideIt() {
        NwipeLog log = read(changed(
                "No UUID available for /dev/loop0",
                "HPA:  max sectors   = 65528/65536, HPA is enabled\n on /dev/loop0"));

        assertThat(judged(log, "loop0").reasons()).containsExactly("HIDDEN_AREA_PRESENT");
        assertThat(drive(log, "loop1").hiddenArea()).isEqualTo(WipedDrive.HiddenArea.NOT_EXAMINED);
    }

    private static String changed(String shown, String instead) {
        assertThat(GOOD).contains(shown);
        return GOOD.replace(shown, instead);
    }
}

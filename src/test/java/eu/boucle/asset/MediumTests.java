package eu.boucle.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.SerialNumber;
import eu.boucle.shared.StateForbids;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MediumTests {

    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final Actor SOMEBODY = new Actor(UUID.randomUUID(), "Ada", Set.of(Role.WAREHOUSE), Set.of());

    @ParameterizedTest
    @CsvSource({
        "EXPECTED, ERASED FAILED UNDECIDED DESTROYED RETURNED ENTRUSTED MISSING",
        "UNDECIDED, ERASED FAILED UNDECIDED DESTROYED RETURNED ENTRUSTED MISSING",
        "FAILED, DESTROYED RETURNED MISSING",
        "ENTRUSTED, ERASED DESTROYED FAILED UNDECIDED",
        "ERASED, ''",
        "DESTROYED, ''",
        "RETURNED, ''",
        "MISSING, ''",
    })
    void aMediumBecomesOnlyWhatItsLifeAllows(MediumStatus from, String allowed) {
        Set<MediumStatus> reached = EnumSet.noneOf(MediumStatus.class);
        for (MediumStatus to : MediumStatus.values()) {
            if (from.mayBecome(to)) {
                reached.add(to);
            }
        }
        Set<MediumStatus> expected = EnumSet.noneOf(MediumStatus.class);
        for (String word : allowed.isEmpty() ? new String[0] : allowed.split(" ")) {
            expected.add(MediumStatus.valueOf(word));
        }
        assertThat(reached).isEqualTo(expected);
    }

    @Test
    void aFailedMediumIsNeverErasedAfterwards() {
        assertThatThrownBy(
                        () -> medium(MediumStatus.FAILED, DataPlace.HERE, false).erased("report", SOMEBODY, NOON))
                .isInstanceOfSatisfying(StateForbids.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("MEDIUM_STATE");
                    assertThat(refusal.arguments()).containsExactly("Z1F 4", MediumStatus.FAILED, MediumStatus.ERASED);
                });
    }

    @Test
    void aFailedMediumThatWasLostAndFoundHasStillFailed() {
        Medium found =
                new Medium(medium(MediumStatus.MISSING, DataPlace.HERE, false).view(), MediumStatus.FAILED);
        assertThat(found.foundAgain("in the drawer", SOMEBODY, NOON).to()).isEqualTo(MediumStatus.FAILED);
    }

    @Test
    void onlyTheClientEntrustsAMediumToThePartner() {
        assertThatThrownBy(() ->
                        medium(MediumStatus.EXPECTED, DataPlace.HERE, false).entrusted("seal", SOMEBODY, NOON))
                .isInstanceOfSatisfying(
                        StateForbids.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("NOT_ENTRUSTED_BY_CLIENT"));
        assertThat(medium(MediumStatus.EXPECTED, DataPlace.PARTNER, false)
                        .entrusted("seal", SOMEBODY, NOON)
                        .to())
                .isEqualTo(MediumStatus.ENTRUSTED);
    }

    @Test
    void evidenceSpeaksOfNoStandIn() {
        assertThatThrownBy(() ->
                        medium(MediumStatus.EXPECTED, DataPlace.HERE, true).erased("report", SOMEBODY, NOON))
                .isInstanceOfSatisfying(
                        StateForbids.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("MEDIUM_UNNAMED"));
    }

    @Test
    void aMissingMediumIsDecidedOnlyOnceItsLossIsAccepted() {
        assertThat(MediumStatus.MISSING.decided(false)).isFalse();
        assertThat(MediumStatus.MISSING.decided(true)).isTrue();
        assertThat(MediumStatus.FAILED.decided(true)).isFalse();
    }

    private static Medium medium(MediumStatus status, DataPlace where, boolean unnamed) {
        return new Medium(
                new MediumView(
                        MediumId.next(),
                        AssetId.next(),
                        AssetTag.of(7),
                        RequestId.next(),
                        UUID.randomUUID(),
                        MediumKind.HDD,
                        MediumInterface.SAS,
                        unnamed ? null : SerialNumber.of("Z1F 4").orElseThrow(),
                        "ST4000",
                        4000,
                        status,
                        new DataInstruction(DataAction.ERASE, where, SanitizationLevel.PURGE),
                        unnamed,
                        false,
                        status.decided(false)),
                MediumStatus.EXPECTED);
    }
}

package eu.boucle.scancode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.boucle.shared.Invalid;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AssetTagTests {

    private static final long[] SAMPLE =
            new Random(29).longs(300, 0, AssetTag.COUNT).toArray();

    @Test
    void aTagHasSevenCharactersThatAFrenchKeyboardLeavesAlone() {
        for (long number : SAMPLE) {
            assertThat(AssetTag.of(number).value()).matches("[0-9BCDEFGHJKLNPRSTUVXY]{7}");
        }
    }

    @Test
    void everySingleWrongCharacterIsRefused() {
        for (long number : SAMPLE) {
            String tag = AssetTag.of(number).value();
            for (int place = 0; place < tag.length(); place++) {
                for (char other : "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".toCharArray()) {
                    if (other != tag.charAt(place)) {
                        String wrong = tag.substring(0, place) + other + tag.substring(place + 1);
                        assertThat(AssetTag.parse(wrong))
                                .as("%s for %s", wrong, tag)
                                .isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void everyTwoCharactersSwappedAreRefused() {
        for (long number : SAMPLE) {
            String tag = AssetTag.of(number).value();
            for (int a = 0; a < tag.length(); a++) {
                for (int b = a + 1; b < tag.length(); b++) {
                    char[] swapped = tag.toCharArray();
                    swapped[a] = tag.charAt(b);
                    swapped[b] = tag.charAt(a);
                    if (tag.charAt(a) != tag.charAt(b)) {
                        assertThat(AssetTag.parse(new String(swapped))).isEmpty();
                    }
                }
            }
        }
    }

    @Test
    void numbersThatFollowEachOtherGiveDistinctTagsThatDoNotLookAlike() {
        Set<String> seen = new HashSet<>();
        int alike = 0;
        String before = AssetTag.of(0).value();
        seen.add(before);
        for (long number = 1; number <= 50_000; number++) {
            String tag = AssetTag.of(number).value();
            assertThat(seen.add(tag)).isTrue();
            int same = 0;
            for (int place = 0; place < tag.length(); place++) {
                same += tag.charAt(place) == before.charAt(place) ? 1 : 0;
            }
            alike += same > 3 ? 1 : 0;
            before = tag;
        }
        assertThat(alike).isLessThan(50);
    }

    @Test
    void eachTagIsWrittenInManyWaysAndReadAsOne() {
        AssetTag tag = AssetTag.of(123);
        String value = tag.value();
        assertThat(AssetTag.parse(value.toLowerCase())).contains(tag);
        assertThat(AssetTag.parse("  " + value.substring(0, 3) + " " + value.substring(3) + "\r\n"))
                .contains(tag);
        assertThat(AssetTag.parse(value.substring(0, 3) + "\u00a0" + value.substring(3) + "\u200b"))
                .contains(tag);
        assertThat(AssetTag.parse("https://boucle.example/assets/" + value)).contains(tag);
        assertThat(AssetTag.parse("]C1" + value)).contains(tag);
    }

    @Test
    void whatIsNoTagIsRefused() {
        String value = AssetTag.of(123).value();
        for (String wrong : new String[] {
            "", " ", value.substring(1), value + "0", "ftp/" + value, value + "/" + value, "https://boucle.example/"
        }) {
            assertThat(AssetTag.parse(wrong)).as(wrong).isEmpty();
        }
        assertThatThrownBy(() -> new AssetTag("AAAAAAA"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.problems())
                                .first()
                                .satisfies(problem -> assertThat(problem.code()).isEqualTo("TAG_WRONG")));
        assertThatThrownBy(() -> AssetTag.of(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> AssetTag.of(AssetTag.COUNT)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void firstTagsNeverChange() {
        assertThat(AssetTag.of(0).value()).isEqualTo("53237P6");
        assertThat(AssetTag.of(1).value()).isEqualTo("VCT7S67");
        assertThat(AssetTag.of(AssetTag.COUNT - 1).value()).isEqualTo("TP259EL");
    }
}

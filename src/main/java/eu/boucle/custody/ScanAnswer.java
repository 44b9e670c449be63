package eu.boucle.custody;

import eu.boucle.scancode.AssetTag;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What Boucle answered to a scan: one of ten, each with its own card on the screen. Sealed, so that callers answer them all. */
public sealed interface ScanAnswer {

    UUID scan();

    /** The word of the API: {@code ACCEPTED}. */
    String word();

    /** What the sentence {@code scan.WORD} needs: first the tag, or the code when it is none of ours. */
    default List<Object> arguments() {
        return switch (this) {
            case Accepted a -> List.of(a.tag(), a.manufacturer(), a.model(), a.serial());
            case AlreadyScanned a -> List.of(a.tag(), a.at(), a.by());
            case Unknown a -> List.of(a.code());
            case WrongRound a -> List.of(a.tag());
            case WrongSerial a -> List.of(a.tag(), a.given(), a.expected());
            case NotCleared a -> List.of(a.tag(), a.decided(), a.expected());
            case NotTagged a -> List.of(a.tag());
            case Disputed a -> List.of(a.tag());
            case VoidLabel a -> List.of(a.tag(), a.replacedBy());
            case RoundIsClosed a -> List.of(a.code());
        };
    }

    /**
     * Which sentence tells it: the word's own, but for a tag scanned without a serial, and for a serial that another item
     * bears.
     */
    default String sentence() {
        return switch (this) {
            case WrongSerial a when a.given().isEmpty() -> "scan.SERIAL_ASKED";
            case WrongSerial a when a.expected().isEmpty() -> "scan.SERIAL_TAKEN";
            case VoidLabel a when a.replacedBy().isEmpty() -> "scan.VOID_ELSEWHERE";
            default -> "scan." + word();
        };
    }

    /** @param repaired the code came from a French keyboard and was repaired: say it once */
    record Accepted(UUID scan, AssetTag tag, String manufacturer, String model, String serial, boolean repaired)
            implements ScanAnswer {
        @Override
        public String word() {
            return "ACCEPTED";
        }
    }

    record AlreadyScanned(UUID scan, AssetTag tag, Instant at, String by) implements ScanAnswer {
        @Override
        public String word() {
            return "ALREADY_SCANNED";
        }
    }

    record Unknown(UUID scan, String code) implements ScanAnswer {
        @Override
        public String word() {
            return "UNKNOWN";
        }
    }

    /** Not on this round's list; another client's name is never told. */
    record WrongRound(UUID scan, AssetTag tag) implements ScanAnswer {
        @Override
        public String word() {
            return "WRONG_ROUND";
        }
    }

    /** @param expected the serial declared for this tag */
    record WrongSerial(UUID scan, AssetTag tag, String given, String expected) implements ScanAnswer {
        @Override
        public String word() {
            return "WRONG_SERIAL";
        }
    }

    record NotCleared(UUID scan, AssetTag tag, int decided, int expected) implements ScanAnswer {
        @Override
        public String word() {
            return "NOT_CLEARED";
        }
    }

    record NotTagged(UUID scan, AssetTag tag) implements ScanAnswer {
        @Override
        public String word() {
            return "NOT_TAGGED";
        }
    }

    record Disputed(UUID scan, AssetTag tag) implements ScanAnswer {
        @Override
        public String word() {
            return "DISPUTED";
        }
    }

    /** A label whose tag was voided. @param replacedBy its asset's present tag; empty for an asset that is not on this list */
    record VoidLabel(UUID scan, AssetTag tag, String replacedBy) implements ScanAnswer {
        @Override
        public String word() {
            return "VOID_TAG";
        }
    }

    record RoundIsClosed(UUID scan, String code) implements ScanAnswer {
        @Override
        public String word() {
            return "ROUND_CLOSED";
        }
    }
}

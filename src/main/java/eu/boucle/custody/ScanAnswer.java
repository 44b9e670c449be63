package eu.boucle.custody;

import eu.boucle.scancode.AssetTag;
import java.time.Instant;
import java.util.UUID;

/** What Boucle answered to a scan: one of nine, each with its own card on the screen. Sealed, so that callers answer them all. */
public sealed interface ScanAnswer {

    UUID scan();

    /** The word of the API: {@code ACCEPTED}. */
    String word();

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

    record RoundIsClosed(UUID scan, String code) implements ScanAnswer {
        @Override
        public String word() {
            return "ROUND_CLOSED";
        }
    }
}

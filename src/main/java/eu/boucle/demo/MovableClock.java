package eu.boucle.demo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/** The clock of the demo: the machine's, moved. While the first stories are told it stands in the past. */
class MovableClock extends Clock {

    private final AtomicReference<Duration> offset = new AtomicReference<>(Duration.ZERO);

    Duration offset() {
        return offset.get();
    }

    void offset(Duration offset) {
        this.offset.set(offset);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(offset.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(ZoneOffset.UTC) ? this : new Zoned(this, zone);
    }

    /** The same moved time, read in another zone. */
    private static final class Zoned extends Clock {

        private final MovableClock moved;
        private final ZoneId zone;

        Zoned(MovableClock moved, ZoneId zone) {
            this.moved = moved;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return moved.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return moved.withZone(other);
        }
    }
}

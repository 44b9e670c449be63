package eu.boucle.sanitization;

import java.util.List;
import java.util.Optional;

/**
 * A log of nwipe or ShredOS, read: versions 0.31 to 0.42, the shapes of 2016 to 2019 as well.
 *
 * @param version empty when not shown
 * @param shredOs version of the live system, or empty
 * @param hostSerial of the machine that the drives were in; empty when not shown
 */
record NwipeLog(String version, String shredOs, String hostSerial, List<WipedDrive> drives) {

    /** What is told to people who send something else. */
    static final String READ = "nwipe 0.31 – 0.42";

    /** Reads what it can and drops the rest. Nothing only when not one line has the shape of a log. */
    static Optional<NwipeLog> read(List<String> lines) {
        return new NwipeLogReader().read(lines);
    }
}

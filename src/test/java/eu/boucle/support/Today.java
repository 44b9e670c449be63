package eu.boucle.support;

import java.time.LocalDate;
import java.time.ZoneId;

/** The day where the service is set to be; the machine's own may still be yesterday's. */
public final class Today {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private Today() {}

    public static LocalDate inParis() {
        return LocalDate.now(PARIS);
    }
}

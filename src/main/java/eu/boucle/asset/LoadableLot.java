package eu.boucle.asset;

import eu.boucle.shared.RequestId;
import java.time.Instant;
import java.util.UUID;

/** A request with assets that may join a run. @param assets how many of them */
public record LoadableLot(RequestId request, String reference, UUID organisation, int assets, Instant since) {}

package eu.boucle.custody;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One scan as the device tells it.
 *
 * @param id drawn by the device: the same id again gives the first answer again
 * @param code what the scanner read
 * @param serial the maker's number, in a TAGGING round
 * @param happenedAt by the device's clock
 */
public record ScanCommand(UUID id, String code, @Nullable String serial, Instant happenedAt, String note) {}

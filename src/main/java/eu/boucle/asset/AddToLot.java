package eu.boucle.asset;

import eu.boucle.shared.Reason;
import eu.boucle.shared.RequestId;

/**
 * Command: a machine found on site that nobody had declared joins a lot.
 *
 * @param item as seen; its line number is the next free one of the lot, whatever is said here
 */
public record AddToLot(RequestId request, RegisterLot.Item item, Reason reason) {}

package eu.boucle.certificate;

import eu.boucle.identity.Role;
import java.util.List;

/**
 * One thing that a certificate waits for.
 *
 * @param code of the sentence {@code missing.CODE}
 * @param subject the tag, serial, run or discrepancy concerned
 * @param holder the role that can lift it
 */
public record Missing(String code, String subject, Role holder, List<Object> arguments) {}

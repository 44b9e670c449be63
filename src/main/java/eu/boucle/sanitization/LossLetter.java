package eu.boucle.sanitization;

import eu.boucle.asset.MediumId;
import eu.boucle.document.PaperId;
import eu.boucle.shared.RequestId;
import java.time.Instant;

/** The letter that told a client of a lost medium. @param number {@code LI-2026-000012}, a gapless series of the host */
public record LossLetter(String number, MediumId medium, RequestId request, PaperId paper, Instant issuedAt) {}

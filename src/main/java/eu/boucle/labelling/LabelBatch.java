package eu.boucle.labelling;

import java.time.Instant;

/** Labels printed at once for a request: when, by whom, on what, how many. */
public record LabelBatch(
        LabelMedia media, int start, int dotsPerInch, int labels, String sha256, String by, Instant at) {}

package eu.boucle.sanitization;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An erasure report received. @param duplicateOf the first report with the same bytes, when this one changed nothing */
public record ReportView(
        ReportId id,
        String sha256,
        String tool,
        String toolVersion,
        @Nullable ReportId duplicateOf,
        List<DriveResult> results) {}

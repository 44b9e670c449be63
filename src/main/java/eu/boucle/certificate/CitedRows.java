package eu.boucle.certificate;

import eu.boucle.asset.RowsUsed;
import eu.boucle.pickup.RunDesk;
import eu.boucle.sanitization.EvidenceDesk;
import eu.boucle.shared.RequestId;
import eu.boucle.treatment.OperationsUsed;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The reference rows, with their versions, that the facts on a certificate were decided by: so that an old one can be explained. */
@Component
class CitedRows {

    private final RowsUsed classified;
    private final EvidenceDesk evidence;
    private final OperationsUsed operations;
    private final RunDesk runs;

    CitedRows(RowsUsed classified, EvidenceDesk evidence, OperationsUsed operations, RunDesk runs) {
        this.classified = classified;
        this.evidence = evidence;
        this.operations = operations;
        this.runs = runs;
    }

    List<String> of(CertificateType type, RequestId request) {
        return switch (type) {
            case DATA_SANITIZATION -> evidence.citations(request);
            case TAKE_BACK -> classified.of(request);
            case WEEE_TREATMENT, ROHS_STATEMENT ->
                Stream.concat(
                                classified.of(request).stream(),
                                operations.of(List.copyOf(runs.standing(request).keySet())).stream())
                        .toList();
        };
    }
}

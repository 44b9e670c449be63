package eu.boucle.certificate;

import eu.boucle.document.PaperView;
import eu.boucle.document.Papers;
import eu.boucle.pickup.HandoverCorrection;
import eu.boucle.pickup.HandoverCorrections;
import eu.boucle.pickup.RunView;
import eu.boucle.sanitization.EvidenceView;
import eu.boucle.shared.RunId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The papers that a dossier rests on: evidence, frozen lists, and the notes that correct a handover. */
@Component
class DossierPapers {

    private final Papers papers;
    private final HandoverCorrections handovers;

    DossierPapers(Papers papers, HandoverCorrections handovers) {
        this.papers = papers;
        this.handovers = handovers;
    }

    Map<RunId, List<HandoverCorrection>> corrections(List<RunView> runs) {
        Map<RunId, List<HandoverCorrection>> corrections = new HashMap<>();
        runs.stream()
                .filter(run -> run.handedOverAt() != null)
                .forEach(run -> corrections.put(run.id(), handovers.counting(run.id())));
        return corrections;
    }

    List<Dossier.Support> supports(List<RunView> runs, List<EvidenceView> evidence) {
        List<Dossier.Support> supports = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        evidence.stream()
                .filter(e -> !e.sha256().isEmpty() && seen.add(e.sha256()))
                .forEach(e -> supports.add(
                        new Dossier.Support("evidence." + e.kind(), e.tool(), e.recordedAt(), e.sha256())));
        for (RunView run : runs) {
            String manifest = run.manifestSha256();
            if (manifest != null && run.closedAt() != null) {
                supports.add(new Dossier.Support("manifest", run.reference(), run.closedAt(), manifest));
            }
            Optional<PaperView> drawn = papers.latest("MANIFEST", run.id().value());
            drawn.ifPresent(paper -> supports.add(
                    new Dossier.Support("manifestPaper", paper.number(), paper.issuedAt(), paper.sha256())));
        }
        return supports;
    }
}

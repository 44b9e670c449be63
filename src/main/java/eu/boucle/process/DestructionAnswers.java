package eu.boucle.process;

import eu.boucle.asset.MediaRegister;
import eu.boucle.asset.MediumId;
import eu.boucle.asset.MediumStatus;
import eu.boucle.asset.MediumView;
import eu.boucle.decommissioning.RequestDesk;
import eu.boucle.sanitization.DestructionBench;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The questions of {@code destruction.bpmn}. */
@Component
class DestructionAnswers implements Answers {

    private static final Set<MediumStatus> SETTLED =
            EnumSet.of(MediumStatus.RETURNED, MediumStatus.ERASED, MediumStatus.ENTRUSTED);

    private final MediaRegister media;
    private final DestructionBench bench;
    private final RequestDesk requests;

    DestructionAnswers(MediaRegister media, DestructionBench bench, RequestDesk requests) {
        this.media = media;
        this.bench = bench;
        this.requests = requests;
    }

    @Override
    public Diagram diagram() {
        return Diagram.DESTRUCTION;
    }

    @Override
    public Map<String, String> endsTask() {
        return Map.of("destroyMedium", "destructionRecorded", "validateDestruction", "destructionValidated");
    }

    @Override
    public String otherEnd() {
        return "settledOtherwise";
    }

    @Override
    public Map<String, Object> of(UUID subject, boolean blocked) {
        MediumView medium = media.medium(new MediumId(subject));
        boolean destroyed = medium.status() == MediumStatus.DESTROYED;
        return Map.of(
                "destructionRecorded",
                destroyed || bench.awaitingValidation(medium.id()).isPresent(),
                "destructionValidated",
                destroyed,
                "settledOtherwise",
                !destroyed && settledOtherwise(medium));
    }

    private boolean settledOtherwise(MediumView medium) {
        return SETTLED.contains(medium.status())
                || medium.acceptedMissing()
                || requests.status(medium.request()).ended();
    }
}

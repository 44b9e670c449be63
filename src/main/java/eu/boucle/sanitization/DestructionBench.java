package eu.boucle.sanitization;

import eu.boucle.asset.MediumId;
import eu.boucle.asset.MediumView;
import eu.boucle.identity.Actor;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Destruction of media: recorded by one person, validated by another. */
@Service
@Transactional
public class DestructionBench {

    /** WAREHOUSE, or PARTNER for media it holds. @throws eu.boucle.shared.Invalid {@code LEVEL_TOO_LOW}, {@code METHOD_NOT_ENOUGH} */
    public MediumView destroy(MediumId medium, DestructionRecord command, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** Another person: the medium becomes DESTROYED. @throws eu.boucle.shared.NotAllowed {@code SAME_PERSON} */
    public MediumView validate(MediumId medium, Actor by) {
        throw new UnsupportedOperationException();
    }

    /** The destruction recorded and not yet validated. */
    public Optional<EvidenceView> awaitingValidation(MediumId medium) {
        throw new UnsupportedOperationException();
    }
}

package eu.boucle.sanitization;

import eu.boucle.identity.Actor;
import eu.boucle.shared.RequestId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The second pair of eyes on a request's sanitization. */
@Service
@Transactional
public class SanitizationReview {

    public Coverage coverage(RequestId request) {
        throw new UnsupportedOperationException();
    }

    /** WAREHOUSE or COMPLIANCE who performed none of it. @throws eu.boucle.shared.NotAllowed {@code PERFORMER_MAY_NOT_VALIDATE}; @throws eu.boucle.shared.StateForbids {@code MEDIA_UNDECIDED} with how many */
    public void validate(RequestId request, Actor by) {
        throw new UnsupportedOperationException();
    }
}

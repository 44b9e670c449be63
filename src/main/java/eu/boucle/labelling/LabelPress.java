package eu.boucle.labelling;

import eu.boucle.identity.Actor;
import eu.boucle.shared.RequestId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Prints labels. Each code is read back by the server at the printer's resolution before the PDF is offered. */
@Service
@Transactional
public class LabelPress {

    /**
     * A PDF with one label per asset of the request that is still here, in the order of its lines.
     *
     * @param start position of the first label on a sheet, from 1
     * @param dotsPerInch 203 or 300
     * @throws eu.boucle.shared.StateForbids {@code NOTHING_TO_LABEL}
     */
    public byte[] print(RequestId request, String reference, LabelMedia media, int start, int dotsPerInch, Actor by) {
        throw new UnsupportedOperationException();
    }
}

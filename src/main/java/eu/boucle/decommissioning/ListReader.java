package eu.boucle.decommissioning;

import eu.boucle.identity.Actor;
import org.springframework.stereotype.Service;

/** Reads the equipment lists that clients have: Boucle's CSV template and tab-separated text pasted from a spreadsheet. */
@Service
public class ListReader {

    /** Bytes of a file or a paste: UTF-8 with or without mark, or Windows-1252. @throws eu.boucle.shared.Invalid {@code LIST_EMPTY}, {@code LIST_TOO_LONG}; a format not read yet throws {@link FormatNotRead} */
    public ListPreview read(byte[] bytes, Actor by) {
        throw new UnsupportedOperationException();
    }
}

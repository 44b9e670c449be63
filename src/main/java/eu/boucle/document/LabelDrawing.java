package eu.boucle.document;

import java.util.List;
import org.springframework.stereotype.Service;

/** Draws label pages to PDF and pictures of it: exact millimetres, {@code /PrintScaling /None}. */
@Service
public class LabelDrawing {

    public byte[] pdf(List<LabelPage> pages) {
        throw new UnsupportedOperationException();
    }

    /** One page of a PDF as a printer of this resolution would see it. */
    public java.awt.image.BufferedImage raster(byte[] pdf, int page, int dotsPerInch) {
        throw new UnsupportedOperationException();
    }
}

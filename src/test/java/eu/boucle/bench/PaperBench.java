package eu.boucle.bench;

import eu.boucle.document.BenchPapers;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** (c) A certificate of a hundred assets beside the same text set by bare OpenPDF. */
class PaperBench {

    private static final int A_SLICE = 100;

    @Test
    void aCertificateOfAHundred() throws Exception {
        BenchPapers papers = new BenchPapers(100);
        Comparison comparison = new Comparison("certificate of 100 assets", "/s");
        comparison.slices(() -> perSecond(papers::drawn), () -> perSecond(papers::bare));
        comparison.speed(0.3);
    }

    private static double perSecond(Supplier<byte[]> draw) throws Exception {
        return A_SLICE
                / Comparison.milliseconds(() -> {
                    for (int i = 0; i < A_SLICE; i++) {
                        draw.get();
                    }
                })
                * 1000;
    }
}

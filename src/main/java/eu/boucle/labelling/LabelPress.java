package eu.boucle.labelling;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.ReferenceTables;
import eu.boucle.document.LabelDrawing;
import eu.boucle.document.LabelPage;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.labelling.LabelLayout.LabelText;
import eu.boucle.scancode.AssetTag;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.RequestId;
import eu.boucle.shared.StateForbids;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/**
 * Prints labels. Each code is read back by the server at the printer's resolution before the PDF is offered. Drawing
 * takes its time and holds no transaction; only the batch's row is written in one.
 */
@Service
public class LabelPress {

    private static final Set<AssetState> HERE = EnumSet.of(
            AssetState.DECLARED, AssetState.TAGGED, AssetState.LOADED, AssetState.REFUSED, AssetState.DISPUTED);

    private static final Set<Integer> RESOLUTIONS = Set.of(203, 300);

    private final AssetRegister register;
    private final ReferenceTables references;
    private final LabelDrawing drawing;
    private final LabelBatches batches;
    private final Clock clock;

    LabelPress(
            AssetRegister register,
            ReferenceTables references,
            LabelDrawing drawing,
            LabelBatches batches,
            Clock clock) {
        this.register = register;
        this.references = references;
        this.drawing = drawing;
        this.batches = batches;
        this.clock = clock;
    }

    /**
     * A PDF with one label per asset of the request that is still here, in the order of its lines.
     *
     * @param start position of the first label on a sheet, from 1
     * @param dotsPerInch 203 or 300
     * @throws eu.boucle.shared.StateForbids {@code NOTHING_TO_LABEL}, {@code LABEL_NOT_READABLE}
     * @throws eu.boucle.shared.Invalid {@code LABEL_START_WRONG}, {@code RESOLUTION_WRONG}
     */
    public byte[] print(RequestId request, String reference, LabelMedia media, int start, int dotsPerInch, Actor by) {
        return print(request, reference, null, media, start, dotsPerInch, by);
    }

    /** As above. @param only the one asset whose label is printed again; absent for all */
    public byte[] print(
            RequestId request,
            String reference,
            @Nullable AssetTag only,
            LabelMedia media,
            int start,
            int dotsPerInch,
            Actor by) {
        by.require(Role.WAREHOUSE);
        checkChoice(media, start, dotsPerInch);
        List<AssetView> assets = toLabel(request, only);
        byte[] pdf = draw(assets, reference, media, start, dotsPerInch);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LabelBatch batch = new LabelBatch(media, start, dotsPerInch, assets.size(), sha256(pdf), by.name(), now);
        batches.keep(request, assets.getFirst().organisation(), batch, by);
        return pdf;
    }

    /** The first page of what {@link #print} would give, checked alike; no batch is kept of it. */
    public byte[] preview(
            RequestId request,
            String reference,
            @Nullable AssetTag only,
            LabelMedia media,
            int start,
            int dotsPerInch,
            Actor by) {
        by.require(Role.WAREHOUSE);
        checkChoice(media, start, dotsPerInch);
        List<AssetView> assets = toLabel(request, only);
        int first = Math.min(assets.size(), media.labelsOnPage() - start + 1);
        return draw(assets.subList(0, first), reference, media, start, dotsPerInch);
    }

    /** How many labels a batch of this request would have now. */
    public int waiting(RequestId request, Actor by) {
        by.require(Role.WAREHOUSE);
        return (int) register.lot(request).stream()
                .filter(asset -> HERE.contains(asset.state()))
                .count();
    }

    /** The batches printed for a request, newest first. */
    public List<LabelBatch> batches(RequestId request, Actor by) {
        by.require(Role.WAREHOUSE);
        return batches.of(request);
    }

    private List<AssetView> toLabel(RequestId request, @Nullable AssetTag only) {
        List<AssetView> assets = register.lot(request).stream()
                .filter(asset -> HERE.contains(asset.state()))
                .filter(asset -> only == null || asset.tag().equals(only))
                .toList();
        if (assets.isEmpty()) {
            throw new StateForbids("NOTHING_TO_LABEL");
        }
        return assets;
    }

    private byte[] draw(List<AssetView> assets, String reference, LabelMedia media, int start, int dotsPerInch) {
        List<LabelText> labels = assets.stream()
                .map(asset -> LabelText.of(asset, reference, typeName(asset.type())))
                .toList();
        List<LabelPage> pages = new LabelLayout(media, dotsPerInch, drawing).pages(labels, start);
        byte[] pdf = drawing.pdf(pages);
        new LabelProof(drawing)
                .check(pdf, pages, labels.stream().map(LabelText::tag).toList());
        return pdf;
    }

    private String typeName(String key) {
        boolean english = "en".equals(LocaleContextHolder.getLocale().getLanguage());
        return references
                .equipmentType(key)
                .map(type -> english ? type.labelEn() : type.labelFr())
                .orElse(key);
    }

    private static void checkChoice(LabelMedia media, int start, int dotsPerInch) {
        if (start < 1 || start > media.labelsOnPage()) {
            throw Invalid.field("start", "LABEL_START_WRONG", String.valueOf(start), media.labelsOnPage());
        }
        if (!RESOLUTIONS.contains(dotsPerInch)) {
            throw Invalid.field("dpi", "RESOLUTION_WRONG", String.valueOf(dotsPerInch));
        }
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

package eu.boucle.document;

import eu.boucle.document.PaperContent.Fact;
import eu.boucle.document.PaperContent.Seal;
import eu.boucle.document.PaperContent.Section;
import eu.boucle.scancode.CodeMatrix;
import eu.boucle.scancode.Codes;
import java.util.ArrayList;
import java.util.List;

/** Lays a paper out in its one column: head, facts, claims, sections, seal. */
final class PaperLayout {

    private static final double MARK = 12 * Pen.MM;
    private static final double LABELS = 46 * Pen.MM;
    private static final double QR = 28 * Pen.MM;

    private final PaperContent content;
    private final FrameWords words;
    private final Flow flow = new Flow();

    PaperLayout(PaperContent content, FrameWords words) {
        this.content = content;
        this.words = words;
    }

    Flow laidOut() {
        head();
        facts();
        claims();
        content.sections().forEach(this::section);
        if (content.seal() != null) {
            seal(content.seal());
        }
        return flow;
    }

    private void head() {
        String version = words.version(content.version());
        double right = Math.max(Style.NUMBER.width(content.number()), Style.CODE.width(version)) + 16;
        double issuerLeft = Flow.LEFT + MARK + 10;
        double issuerWidth = Flow.WIDTH - MARK - 10 - right;
        List<String> name = new ArrayList<>();
        List<String> address = new ArrayList<>();
        for (int i = 0; i < content.issuer().size(); i++) {
            Style style = i == 0 ? Style.HEADING : Style.SMALL;
            (i == 0 ? name : address).addAll(Wrapping.lines(content.issuer().get(i), style, issuerWidth));
        }
        double issuerTall = name.size() * 14 + address.size() * Style.SMALL.leading();
        double tall = Math.max(Math.max(MARK, issuerTall), content.state().isBlank() ? MARK : 44);
        flow.put(tall, (pen, y) -> {
            pen.mark(Flow.LEFT, y, MARK);
            double baseline = y + 10;
            for (String line : name) {
                pen.text(issuerLeft, baseline, Style.HEADING, line);
                baseline += 14;
            }
            baseline -= 1;
            for (String line : address) {
                pen.text(issuerLeft, baseline, Style.SMALL, line);
                baseline += Style.SMALL.leading();
            }
            double end = Flow.LEFT + Flow.WIDTH;
            pen.textEndingAt(end, y + 10, Style.NUMBER, content.number());
            pen.textEndingAt(end, y + 23, Style.SMALL, version);
            if (!content.state().isBlank()) {
                double width = Style.SMALL_STRONG.width(content.state());
                pen.box(end - width - 14, y + 29, width + 14, 15, 4, 0.8, Style.INK);
                pen.textEndingAt(end - 7, y + 39.4, Style.SMALL_STRONG, content.state());
            }
        });
        flow.space(20);
        paragraph(content.title(), Style.TITLE, Flow.LEFT, Flow.WIDTH);
        flow.space(4);
        flow.put(8, (pen, y) -> pen.rule(Flow.LEFT, y, Flow.WIDTH, 0.7, Style.INK));
    }

    private void facts() {
        flow.space(4);
        for (Fact fact : content.facts()) {
            List<String> label = Wrapping.lines(fact.label(), Style.LABEL, LABELS - 10);
            List<String> value = Wrapping.lines(fact.value(), Style.TEXT, Flow.WIDTH - LABELS);
            int lines = Math.max(label.size(), value.size());
            for (int line = 0; line < lines; line++) {
                int at = line;
                flow.put(Style.TEXT.leading(), (pen, y) -> {
                    double baseline = y + Style.TEXT.size();
                    if (at < label.size()) {
                        pen.text(Flow.LEFT, baseline, Style.LABEL, label.get(at));
                    }
                    if (at < value.size()) {
                        pen.text(Flow.LEFT + LABELS, baseline, Style.TEXT, value.get(at));
                    }
                });
            }
            flow.space(2);
        }
    }

    private void claims() {
        if (content.claims().isEmpty()) {
            return;
        }
        flow.space(12);
        for (String claim : content.claims()) {
            List<String> lines = Wrapping.lines(claim, Style.CLAIM, Flow.WIDTH - 12);
            double tall = lines.size() * Style.CLAIM.leading();
            if (tall <= 200) {
                flow.put(tall, (pen, y) -> {
                    pen.block(Flow.LEFT, y, 2, tall, Style.PINE);
                    for (int i = 0; i < lines.size(); i++) {
                        double baseline = y + 11 + i * Style.CLAIM.leading();
                        pen.text(Flow.LEFT + 12, baseline, Style.CLAIM, lines.get(i));
                    }
                });
            } else {
                paragraph(claim, Style.CLAIM, Flow.LEFT + 12, Flow.WIDTH - 12);
            }
            flow.space(6);
        }
    }

    private void section(Section section) {
        PaperTable table = section.columns().isEmpty() ? null : new PaperTable(section);
        double after = table != null && section.sentences().isEmpty() ? table.beginning() : Style.TEXT.leading();
        flow.space(16);
        if (!section.heading().isBlank()) {
            flow.need(Style.HEADING.leading() + 6 + after);
            paragraph(section.heading(), Style.HEADING, Flow.LEFT, Flow.WIDTH);
            flow.space(3);
        }
        for (String sentence : section.sentences()) {
            paragraph(sentence, Style.TEXT, Flow.LEFT, Flow.WIDTH);
            flow.space(3);
        }
        if (table != null) {
            flow.need(table.beginning());
            table.drawInto(flow);
        }
    }

    private void seal(Seal seal) {
        CodeMatrix qr = Codes.qr(seal.address());
        double textLeft = Flow.LEFT + 14 + QR + 14;
        double textWidth = Flow.WIDTH - 14 - QR - 28;
        Style codeStyle = Style.NUMBER;
        List<String> how = Wrapping.lines(words.howToVerify(), Style.SMALL, textWidth);
        List<String> address = Wrapping.lines(seal.address(), Style.CODE, textWidth);
        List<String> codeHow =
                seal.code().isBlank() ? List.of() : Wrapping.lines(words.howToUseTheCode(), Style.SMALL, textWidth);
        double textTall = 15
                + how.size() * Style.SMALL.leading()
                + 4
                + address.size() * Style.CODE.leading()
                + (seal.code().isBlank() ? 0 : 20 + codeHow.size() * Style.SMALL.leading());
        double tall = Math.max(QR, textTall) + 28;
        flow.space(20);
        flow.put(tall, (pen, y) -> {
            pen.box(Flow.LEFT, y, Flow.WIDTH, tall, 6, 0.7, Style.SECOND_INK);
            pen.code(Flow.LEFT + 14, y + 14, QR, QR, qr);
            double baseline = y + 14 + 9;
            pen.text(textLeft, baseline, Style.HEADING, words.verifyTitle());
            baseline += 15;
            baseline = lines(pen, textLeft, baseline, Style.SMALL, how) + 2;
            baseline = lines(pen, textLeft, baseline, Style.CODE, address);
            if (!seal.code().isBlank()) {
                baseline += 8;
                String label = words.printedCode() + "  ";
                pen.text(textLeft, baseline, Style.SMALL, label);
                pen.text(textLeft + Style.SMALL.width(label), baseline, codeStyle, seal.code());
                lines(pen, textLeft, baseline + 13, Style.SMALL, codeHow);
            }
        });
    }

    private static double lines(Pen pen, double x, double first, Style style, List<String> lines) {
        double baseline = first;
        for (String line : lines) {
            pen.text(x, baseline, style, line);
            baseline += style.leading();
        }
        return baseline;
    }

    private void paragraph(String text, Style style, double left, double width) {
        for (String line : Wrapping.lines(text, style, width)) {
            flow.put(style.leading(), (pen, y) -> pen.text(left, y + style.size(), style, line));
        }
    }
}

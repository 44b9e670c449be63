package eu.boucle.document;

import eu.boucle.document.PaperContent.Column;
import eu.boucle.document.PaperContent.ColumnKind;
import eu.boucle.document.PaperContent.Section;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table in the column of a paper: thin rules, the head repeated on each page, long cells wrapped. Columns follow their
 * shares, but a column of codes takes what its longest serial needs, so that a serial stays whole; letters get a little
 * smaller before a serial is cut.
 */
final class PaperTable {

    private static final double[] SIZES = {8.5, 8, 7.5, 7, 6.5};
    private static final double GAP = 9;
    private static final double PADDING = 3.2;

    private final Section section;
    private final int columns;
    private final double size;
    private final double[] widths;

    PaperTable(Section section) {
        this.section = section;
        this.columns = section.columns().size();
        double[] needs = needsAtOnePoint();
        double fitting = SIZES[SIZES.length - 1];
        double[] fitted = null;
        for (double candidate : SIZES) {
            fitted = fit(needs, candidate);
            if (fitted != null) {
                fitting = candidate;
                break;
            }
        }
        this.size = fitting;
        this.widths = fitted == null ? squeezed(needs) : fitted;
    }

    /** Height of the head and the first row: what a heading above must keep with it. */
    double beginning() {
        return headHeight(head())
                + (section.rows().isEmpty() ? 0 : rowHeight(cells(section.rows().getFirst())));
    }

    void drawInto(Flow flow) {
        drawHead(flow);
        for (List<String> row : section.rows()) {
            drawRow(flow, cells(row));
        }
    }

    private void drawHead(Flow flow) {
        List<List<String>> head = head();
        double tall = headHeight(head);
        Style style = Style.SMALL_STRONG.sized(size);
        flow.put(tall, (pen, y) -> {
            for (int i = 0; i < columns; i++) {
                // Heads stand on the rule, so that one of two lines does not leave the others hanging.
                double top = y + tall - PADDING - head.get(i).size() * style.leading();
                drawCell(pen, i, top, head.get(i), style);
            }
            pen.rule(Flow.LEFT, y + tall, Flow.WIDTH, 0.7, Style.INK);
        });
    }

    private void drawRow(Flow flow, List<List<String>> cells) {
        double tall = rowHeight(cells);
        double wholePage = Flow.BOTTOM - Flow.TOP - headHeight(head());
        if (tall <= wholePage) {
            if (flow.need(tall)) {
                drawHead(flow);
            }
            flow.put(tall, (pen, y) -> {
                for (int i = 0; i < columns; i++) {
                    drawCell(pen, i, y + PADDING, cells.get(i), style(i));
                }
                pen.rule(Flow.LEFT, y + tall, Flow.WIDTH, 0.35, Style.LINE);
            });
            return;
        }
        // A row taller than a page goes on from page to page, line by line.
        int lines = cells.stream().mapToInt(List::size).max().orElse(0);
        double leading = leading();
        for (int line = 0; line < lines; line++) {
            if (flow.need(leading)) {
                drawHead(flow);
            }
            int at = line;
            flow.put(leading, (pen, y) -> {
                for (int i = 0; i < columns; i++) {
                    if (at < cells.get(i).size()) {
                        drawCell(pen, i, y, List.of(cells.get(i).get(at)), style(i));
                    }
                }
            });
        }
        flow.put(PADDING, (pen, y) -> pen.rule(Flow.LEFT, y + PADDING, Flow.WIDTH, 0.35, Style.LINE));
    }

    private void drawCell(Pen pen, int column, double top, List<String> lines, Style style) {
        double x = Flow.LEFT;
        for (int i = 0; i < column; i++) {
            x += widths[i] + GAP;
        }
        boolean number = section.columns().get(column).kind() == ColumnKind.NUMBER;
        double baseline = top + style.size() * 0.95;
        for (String line : lines) {
            if (number) {
                pen.textEndingAt(x + widths[column], baseline, style, line);
            } else {
                pen.text(x, baseline, style, line);
            }
            baseline += style.leading();
        }
    }

    private List<List<String>> head() {
        List<List<String>> head = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            head.add(Wrapping.lines(section.columns().get(i).head(), Style.SMALL_STRONG.sized(size), widths[i]));
        }
        return head;
    }

    private List<List<String>> cells(List<String> row) {
        List<List<String>> cells = new ArrayList<>();
        for (int i = 0; i < columns; i++) {
            cells.add(Wrapping.lines(i < row.size() ? row.get(i) : "", style(i), widths[i]));
        }
        return cells;
    }

    private double headHeight(List<List<String>> head) {
        int lines = head.stream().mapToInt(List::size).max().orElse(1);
        return lines * Style.SMALL_STRONG.sized(size).leading() + 2 * PADDING;
    }

    private double rowHeight(List<List<String>> cells) {
        int lines = cells.stream().mapToInt(List::size).max().orElse(1);
        return lines * leading() + 2 * PADDING;
    }

    private double leading() {
        return Style.CODE.sized(size).leading();
    }

    private Style style(int column) {
        return style(section.columns().get(column).kind()).sized(size);
    }

    private static Style style(ColumnKind kind) {
        Style small = Style.CODE;
        return switch (kind) {
            case CODE -> small;
            case NUMBER, TEXT -> new Style(Letters.Face.TEXT, small.size(), small.leading(), small.colour());
        };
    }

    /** What each column needs so that nothing that should stay whole is cut, for letters of one point. */
    private double[] needsAtOnePoint() {
        double[] needs = new double[columns];
        for (int i = 0; i < columns; i++) {
            Column column = section.columns().get(i);
            Style style = style(column.kind()).sized(1);
            double need = Wrapping.widestWord(column.head(), Style.SMALL_STRONG.sized(1));
            for (List<String> row : section.rows()) {
                String cell = i < row.size() ? row.get(i) : "";
                for (String line : cell.split("\\R")) {
                    need = Math.max(
                            need,
                            column.kind() == ColumnKind.TEXT
                                    ? Wrapping.widestWord(line, style)
                                    : style.width(Letters.settable(line).strip()));
                }
            }
            needs[i] = need + 0.01;
        }
        return needs;
    }

    private double available() {
        return Flow.WIDTH - GAP * (columns - 1);
    }

    /** Widths by share, with what codes need beyond it taken from the columns that can spare it; nothing when none can. */
    private double @Nullable [] fit(double[] needs, double points) {
        double shares = 0;
        double needed = 0;
        for (int i = 0; i < columns; i++) {
            shares += section.columns().get(i).share();
            needed += needs[i] * points;
        }
        if (needed > available()) {
            return null;
        }
        double[] fitted = new double[columns];
        double excess = -available();
        double slack = 0;
        for (int i = 0; i < columns; i++) {
            double wished = available() * section.columns().get(i).share() / shares;
            fitted[i] = Math.max(wished, needs[i] * points);
            excess += fitted[i];
            slack += fitted[i] - needs[i] * points;
        }
        for (int i = 0; i < columns && slack > 0; i++) {
            fitted[i] -= excess * (fitted[i] - needs[i] * points) / slack;
        }
        return fitted;
    }

    private double[] squeezed(double[] needs) {
        double limit = available() / 3;
        double[] widths = new double[columns];
        double sum = 0;
        for (int i = 0; i < columns; i++) {
            widths[i] = Math.min(needs[i] * size, limit);
            sum += widths[i];
        }
        for (int i = 0; i < columns; i++) {
            widths[i] *= available() / sum;
        }
        return widths;
    }
}

package eu.boucle.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * The service beside its floor in one run: slices A B A B, so that what else the machine does falls on both. Prints one
 * line, also to {@code target/bench.txt}.
 */
final class Comparison {

    private static final int SLICES = 4;

    private final String name;
    private final String unit;
    private final List<Double> ours = new ArrayList<>();
    private final List<Double> floor = new ArrayList<>();

    /** @param unit of what is measured; more is better, unless it is a time (ms or s) */
    Comparison(String name, String unit) {
        this.name = name;
        this.unit = unit;
    }

    /** Each answers with what it measured; the first pair warms up and is not counted. */
    void slices(Callable<Double> service, Callable<Double> bare) throws Exception {
        slices(SLICES, service, bare);
    }

    void slices(int slices, Callable<Double> service, Callable<Double> bare) throws Exception {
        for (int slice = 0; slice <= slices; slice++) {
            double ofFloor = bare.call();
            double ofOurs = service.call();
            if (slice > 0 || slices == 1) {
                floor.add(ofFloor);
                ours.add(ofOurs);
            }
        }
    }

    /** Our speed over the floor's: 1 is as fast as bare. @param least the goal */
    void speed(double least) {
        line(ratios(true), "≥ " + number(least));
    }

    /** How many times as long as the floor. @param most the goal */
    void times(double most) {
        line(ratios(false), "≤ " + number(most));
    }

    private List<Double> ratios(boolean speed) {
        boolean time = unit.equals("ms") || unit.equals("s");
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(time && speed ? floor.get(i) / ours.get(i) : ours.get(i) / floor.get(i));
        }
        return ratios;
    }

    private void line(List<Double> ratios, String goal) {
        String line = "%-34s ours %9s %s  floor %9s %s  ratio %6s  (%s–%s)  goal %s"
                .formatted(
                        name,
                        number(median(ours)),
                        unit,
                        number(median(floor)),
                        unit,
                        number(median(ratios)),
                        number(ratios.stream()
                                .mapToDouble(Double::doubleValue)
                                .min()
                                .orElse(0)),
                        number(ratios.stream()
                                .mapToDouble(Double::doubleValue)
                                .max()
                                .orElse(0)),
                        goal);
        print(line);
    }

    static void print(String line) {
        System.out.println(line);
        try {
            Files.writeString(
                    Files.createDirectories(Path.of("target")).resolve("bench.txt"),
                    line + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : "%.2f", value);
    }

    static double milliseconds(Step work) throws Exception {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e6;
    }

    interface Step {
        void run() throws Exception;
    }
}

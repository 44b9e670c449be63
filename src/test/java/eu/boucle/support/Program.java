package eu.boucle.support;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program from outside that judges what Boucle wrote: {@code qpdf}, {@code pdftotext}, {@code zbarimg}... Where it is
 * not installed the test is skipped by its name; with {@code BOUCLE_CI=1} in the environment the test fails instead.
 */
public final class Program {

    private final Path path;
    private Duration limit = Duration.ofSeconds(60);

    private Program(Path path) {
        this.path = path;
    }

    /** The program of this name on the search path, or the end of the test. */
    public static Program find(String name) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)) {
            Path candidate = Path.of(folder.isEmpty() ? "." : folder, name);
            if (Files.isExecutable(candidate) && !Files.isDirectory(candidate)) {
                return new Program(candidate);
            }
        }
        String sentence = "The program '" + name + "' is not installed";
        if ("1".equals(System.getenv("BOUCLE_CI"))) {
            return fail(sentence + " and BOUCLE_CI=1 asks for every check");
        }
        return abort(sentence + ": check skipped");
    }

    /** Where it is: for libraries that start it themselves. */
    public Path path() {
        return path;
    }

    /** Another time limit than one minute. */
    public Program within(Duration other) {
        Program same = new Program(path);
        same.limit = other;
        return same;
    }

    /** Runs to the end; its two outputs are kept apart. Fails the test when it takes too long. */
    public Result run(Object... arguments) {
        List<String> command = new ArrayList<>();
        command.add(path.toString());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        try {
            Path folder = Files.createTempDirectory("program");
            Path out = folder.resolve("out");
            Path err = folder.resolve("err");
            try {
                Process process = new ProcessBuilder(command)
                        .redirectInput(new File("/dev/null"))
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
                if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                    return fail(command + " took more than " + limit);
                }
                return new Result(
                        command,
                        process.exitValue(),
                        new String(Files.readAllBytes(out), StandardCharsets.UTF_8),
                        new String(Files.readAllBytes(err), StandardCharsets.UTF_8));
            } finally {
                Files.deleteIfExists(out);
                Files.deleteIfExists(err);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return fail(command + " was interrupted", e);
        }
    }

    /** What a run left behind. */
    public record Result(List<String> command, int exit, String out, String err) {

        /** Fails the test unless the program ended with 0. */
        public Result succeeded() {
            if (exit != 0) {
                fail(command + " ended with " + exit + "\n" + out + err);
            }
            return this;
        }

        /** The lines written to standard output, without empty ones. */
        public List<String> lines() {
            return out.lines().filter(line -> !line.isBlank()).toList();
        }
    }
}

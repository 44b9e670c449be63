package eu.boucle.circuits;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The application as it is shipped, in a JVM of its own, which can be killed. */
final class Node implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 180;
    private static final int LAST_LINES = 60;

    private final Process process;
    private final int port;
    private final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Boolean> ready = new CompletableFuture<>();

    private Node(Process process, int port) {
        this.process = process;
        this.port = port;
        Thread.ofVirtual().start(this::listen);
    }

    static Node start(Map<String, Object> settings) throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx500m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                        .filter(part -> !part.endsWith("test-classes") && !part.endsWith("test-classes/"))
                        .collect(Collectors.joining(File.pathSeparator)),
                "eu.boucle.Application",
                "--server.port=" + port));
        settings.forEach((name, value) -> command.add("--" + name + "=" + value));
        return new Node(new ProcessBuilder(command).redirectErrorStream(true).start(), port);
    }

    String address() {
        return "http://localhost:" + port;
    }

    void awaitReady() throws Exception {
        ready.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** As when the machine goes dark: no shutdown hook, no farewell to the database. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                log.add(line);
                if (log.size() > LAST_LINES) {
                    log.poll();
                }
                if (line.contains("Boucle is ready")) {
                    ready.complete(true);
                }
            }
            ready.completeExceptionally(new IllegalStateException("the node ended\n" + String.join("\n", log)));
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}

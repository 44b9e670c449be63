package eu.boucle.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A PostgreSQL of one test's own, which can be stopped as by a power cut and started again on its files. */
public final class RestartedPostgres implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final Path control;
    private final Path data;

    private RestartedPostgres(EmbeddedPostgres server, Path control, Path data) {
        this.server = server;
        this.control = control;
        this.data = data;
    }

    public static RestartedPostgres start(Path folder) throws IOException {
        Path data = folder.resolve("data").toAbsolutePath();
        EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(
                        folder.resolve("postgres").toAbsolutePath().toFile())
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .start();
        try (Stream<Path> files = Files.walk(folder.resolve("postgres"))) {
            Path control = files.filter(file -> file.endsWith("bin/pg_ctl"))
                    .findFirst()
                    .orElseThrow();
            return new RestartedPostgres(server, control.toAbsolutePath(), data);
        }
    }

    public Map<String, Object> settings() {
        return Map.of(
                "spring.datasource.url",
                "jdbc:postgresql://localhost:" + server.getPort() + "/postgres",
                "spring.datasource.username",
                "postgres",
                "spring.datasource.password",
                "postgres");
    }

    /** {@code pg_ctl restart -m immediate}: no checkpoint, no goodbye; what was committed is read back from the log. */
    public void stopAtOnceAndStart() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // The server refuses to run as root; in a user space of its own it does not see that it does.
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                control.toString(), "-D", data.toString(), "-m", "immediate", "-w", "-l", data + ".log", "restart"));
        Process restart = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling("restart.log").toFile())
                .start();
        if (restart.waitFor() != 0) {
            throw new IOException(command + ": " + Files.readString(data.resolveSibling("restart.log")));
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

package eu.boucle.support;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                // As PostgreSQL is by itself: for speed, servers of tests answer before a commit is on the disk.
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("fsync", "on")
                .start();
        // The server notes by which command it was started: its other programs stand beside it.
        String command = Files.readString(data.resolve("postmaster.opts"));
        Path programs = Path.of(command.split(" ", 2)[0]).getParent();
        return new RestartedPostgres(server, programs.resolve("pg_ctl"), data);
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

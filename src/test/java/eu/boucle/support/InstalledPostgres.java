package eu.boucle.support;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * A PostgreSQL of the machine's own packages with its tools, started in a folder and thrown away: the binaries that
 * come as a test dependency hold no {@code pg_dump}. Where none is installed the test is skipped by its name; with
 * {@code BOUCLE_CI=1} it fails.
 */
public final class InstalledPostgres implements AutoCloseable {

    private static final Path PACKAGES = Path.of("/usr/lib/postgresql");
    private static final int PATIENCE_SECONDS = 120;

    private final Path programs;
    private final Path folder;
    private final int port;

    private InstalledPostgres(Path programs, Path folder, int port) {
        this.programs = programs;
        this.folder = folder;
        this.port = port;
    }

    /** The newest one installed, with the two roles of Boucle, or the end of the test. */
    public static InstalledPostgres start() throws IOException {
        Path folder = Files.createTempDirectory("postgres");
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        InstalledPostgres server = new InstalledPostgres(newest(), folder, port);
        server.run(
                "initdb",
                "--no-sync",
                "--no-locale",
                "--encoding=UTF8",
                "--username=postgres",
                "--auth=trust",
                "--pgdata=" + folder.resolve("data"));
        server.begin();
        server.administrator("postgres").sql("create role boucle_owner login").update();
        server.administrator("postgres").sql("create role boucle login").update();
        return server;
    }

    /** Begins to answer, again after {@link #halt}. */
    public void begin() throws IOException {
        run(
                "pg_ctl",
                "-D",
                folder.resolve("data").toString(),
                "-w",
                "-l",
                folder.resolve("log").toString(),
                "-o",
                "-p " + port + " -c listen_addresses=127.0.0.1 -c fsync=off -c unix_socket_directories=" + folder,
                "start");
    }

    /** Answers nobody from now on. */
    public void halt() throws IOException {
        run("pg_ctl", "-D", folder.resolve("data").toString(), "-w", "-m", "immediate", "stop");
    }

    /** An empty database, and the settings under which the application uses it. */
    public Map<String, Object> database(String name) {
        administrator("postgres")
                .sql("create database " + name + " owner boucle_owner")
                .update();
        return Map.of(
                "spring.datasource.url", url(name),
                "spring.datasource.username", "boucle",
                "spring.datasource.password", "",
                "spring.flyway.url", url(name),
                "spring.flyway.user", "boucle_owner",
                "spring.flyway.password", "");
    }

    public JdbcClient administrator(String database) {
        return JdbcClient.create(new DriverManagerDataSource(url(database), "postgres", ""));
    }

    /** Runs one of its programs against it in a role: {@code postgres} administers. */
    public void tool(String role, String program, String... arguments) throws IOException {
        List<String> all =
                new ArrayList<>(List.of("--host=127.0.0.1", "--port=" + port, "--username=" + role, "--no-password"));
        all.addAll(List.of(arguments));
        run(program, all.toArray(String[]::new));
    }

    /** The server refuses to be root; in a user namespace of its own it is not. */
    private void run(String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(arguments));
        Path said = folder.resolve("said");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                fail(command + "\n" + Files.readString(said));
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static Path newest() throws IOException {
        if (Files.isDirectory(PACKAGES)) {
            try (Stream<Path> versions = Files.list(PACKAGES)) {
                var found = versions.map(version -> version.resolve("bin"))
                        .filter(bin ->
                                Files.isExecutable(bin.resolve("pg_dump")) && Files.isExecutable(bin.resolve("initdb")))
                        .max(Comparator.comparingInt(bin ->
                                Integer.parseInt(bin.getParent().getFileName().toString())));
                if (found.isPresent()) {
                    return found.get();
                }
            }
        }
        String sentence = "No PostgreSQL with pg_dump is installed";
        return "1".equals(System.getenv("BOUCLE_CI"))
                ? fail(sentence + " and BOUCLE_CI=1 asks for every check")
                : abort(sentence + ": check skipped");
    }

    @Override
    public void close() throws IOException {
        halt();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }
}

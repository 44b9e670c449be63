package eu.boucle.web.operations;

import eu.boucle.flow.FlowView;
import eu.boucle.notification.Outbox;
import java.time.Instant;
import java.util.List;
import org.springframework.boot.SpringBootVersion;
import org.springframework.stereotype.Component;

/** What runs behind the screens, for administrators: nodes, the work of the process, letters, slow statements, versions. No data of a client. */
@Component
public class OperationsView {

    private final Nodes nodes;
    private final DatabaseView database;
    private final FlowView flow;
    private final Outbox outbox;

    OperationsView(Nodes nodes, DatabaseView database, FlowView flow, Outbox outbox) {
        this.nodes = nodes;
        this.database = database;
        this.flow = flow;
        this.outbox = outbox;
    }

    public State state() {
        return new State(
                nodes.all(),
                flow.machinery(),
                outbox.figures(),
                database.slowest(),
                new Versions(
                        Nodes.version(),
                        database.schema(),
                        flow.machinery().version(),
                        String.valueOf(SpringBootVersion.getVersion()),
                        Runtime.version().toString(),
                        database.version()));
    }

    /** @param statements where PostgreSQL keeps count of them */
    public record State(
            List<Node> nodes,
            FlowView.Machinery work,
            Outbox.Figures letters,
            List<Statement> statements,
            Versions versions) {}

    /** @param silent not heard of for longer than a living node is silent */
    public record Node(String name, String version, Instant started, Instant seen, boolean silent) {}

    /** @param words with places instead of values */
    public record Statement(String words, long calls, double meanMilliseconds, double totalSeconds) {}

    public record Versions(String boucle, String schema, String engine, String boot, String java, String database) {}
}

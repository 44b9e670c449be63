package eu.boucle.process;

import eu.boucle.flow.WorkItem;
import eu.boucle.flow.WorkSource;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.identity.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.NativeTaskQuery;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The work that waits at a user task of a diagram, and what waits too long. Work that a room shows from its own tables
 * (classifying, entering slip numbers, validating a destruction) is left to it.
 */
@Component
class EngineWork implements WorkSource {

    private static final int MOST = 500;

    private static final Map<Role, List<String>> KINDS = Map.of(
            Role.CLIENT, List.of("completeRequest"),
            Role.WAREHOUSE, List.of("validateSanitization", "destroyMedium"),
            Role.COMPLIANCE, List.of("reviewRequest", "validateSanitization", "resolveDiscrepancy", "reviewTreatment"),
            Role.PARTNER, List.of("destroyMedium"));

    private final TaskService tasks;
    private final ManagementService engine;
    private final Cases cases;

    EngineWork(TaskService tasks, ManagementService engine, Cases cases) {
        this.tasks = tasks;
        this.engine = engine;
        this.cases = cases;
    }

    @Override
    public List<WorkItem> waitingFor(Actor actor) {
        return Stream.concat(atUserTasks(actor), overdue(actor)).toList();
    }

    private Stream<WorkItem> atUserTasks(Actor actor) {
        List<String> kinds = KINDS.entrySet().stream()
                .filter(entry -> actor.is(entry.getKey()))
                .flatMap(entry -> entry.getValue().stream())
                .distinct()
                .sorted()
                .toList();
        List<Task> open = kinds.isEmpty() ? List.of() : query(kinds, actor).listPage(0, MOST);
        Map<String, Case> byInstance =
                cases.ofInstances(open.stream().map(Task::getProcessInstanceId).collect(Collectors.toSet())).stream()
                        .collect(Collectors.toMap(Case::instance, Function.identity()));
        return open.stream()
                .map(task -> item(task, byInstance.get(task.getProcessInstanceId()), actor))
                .filter(Objects::nonNull);
    }

    /** The engine's own query language cannot narrow tasks to the organisations of their cases. */
    private NativeTaskQuery query(List<String> kinds, Actor actor) {
        Scope client = actor.scope();
        Scope partner = actor.partnerScope();
        List<Object> values = new ArrayList<>(kinds);
        String kindList = places(0, values.size());
        int from = values.size();
        values.addAll(texts(client));
        String clients = places(from, values.size());
        from = values.size();
        values.addAll(texts(partner));
        String partners = places(from, values.size());
        String seen = client.all()
                ? ""
                : " and (cast(c.organisation_id as varchar(36)) in (" + clients
                        + ") or cast(c.holder_id as varchar(36)) in (" + partners + "))";
        NativeTaskQuery query = tasks.createNativeTaskQuery()
                .sql("select RES.* from " + engine.getTableName(Task.class)
                        + " RES join process_case c on c.instance_id = RES.PROC_INST_ID_ where RES.TASK_DEF_KEY_ in ("
                        + kindList + ")" + seen + " order by RES.CREATE_TIME_, RES.ID_");
        for (int i = 0; i < values.size(); i++) {
            query.parameter("p" + i, values.get(i));
        }
        return query;
    }

    private static List<String> texts(Scope scope) {
        return scope.organisations().stream().map(Object::toString).toList();
    }

    private static String places(int from, int to) {
        return IntStream.range(from, to).mapToObj(i -> "#{p" + i + "}").collect(Collectors.joining(", "));
    }

    private @Nullable WorkItem item(Task task, @Nullable Case at, Actor actor) {
        if (at == null) {
            return null;
        }
        String kind = task.getTaskDefinitionKey();
        Role role = roleFor(kind, at, actor);
        return role == null
                ? null
                : new WorkItem(
                        kind,
                        at.subject(),
                        at.reference(),
                        List.of(),
                        role,
                        role == Role.PARTNER && at.holder() != null ? at.holder() : at.organisation(),
                        task.getCreateTime().toInstant(),
                        instant(task.getDueDate()));
    }

    /** A medium is destroyed by whoever holds it. */
    private static @Nullable Role roleFor(String kind, Case at, Actor actor) {
        if (kind.equals("destroyMedium")) {
            Role holder = at.holder() == null ? Role.WAREHOUSE : Role.PARTNER;
            return actor.is(holder) ? holder : null;
        }
        return Stream.of(Role.COMPLIANCE, Role.WAREHOUSE, Role.CLIENT, Role.PARTNER)
                .filter(actor::is)
                .filter(role -> KINDS.getOrDefault(role, List.of()).contains(kind))
                .findFirst()
                .orElse(null);
    }

    private Stream<WorkItem> overdue(Actor actor) {
        if (!actor.is(Role.COMPLIANCE)) {
            return Stream.of();
        }
        return cases.late(MOST).stream()
                .map(late -> new WorkItem(
                        "late" + capital(Objects.requireNonNull(late.lateWork())),
                        late.subject(),
                        late.reference(),
                        List.of(),
                        Role.COMPLIANCE,
                        late.organisation(),
                        Objects.requireNonNull(late.lateSince()),
                        late.lateSince()));
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}

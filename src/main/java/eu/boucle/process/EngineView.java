package eu.boucle.process;

import eu.boucle.flow.FlowView;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a case stands, from the engine's runtime and history; what is stuck, and trying it again. */
@Component
class EngineView implements FlowView {

    private static final int MOST = 200;

    private final Cases cases;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final ManagementService jobs;

    EngineView(Cases cases, RuntimeService runtime, HistoryService history, ManagementService jobs) {
        this.cases = cases;
        this.runtime = runtime;
        this.history = history;
        this.jobs = jobs;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Standing> standing(UUID subject) {
        return cases.find(subject).map(this::standing);
    }

    private Standing standing(Case at) {
        List<HistoricActivityInstance> steps = history.createHistoricActivityInstanceQuery()
                .processInstanceId(at.instance())
                .orderByHistoricActivityInstanceStartTime()
                .asc()
                .list();
        ActivityInstance tree = runtime.getActivityInstance(at.instance());
        Set<String> active = new LinkedHashSet<>();
        if (tree != null) {
            collect(tree, active);
        }
        Set<String> passed = steps.stream()
                .filter(step -> step.getEndTime() != null && !step.isCanceled())
                .map(HistoricActivityInstance::getActivityId)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        passed.removeAll(active);
        List<String> stuck = runtime.createIncidentQuery().processInstanceId(at.instance()).list().stream()
                .map(org.camunda.bpm.engine.runtime.Incident::getActivityId)
                .distinct()
                .toList();
        return new Standing(at.diagram().key(), List.copyOf(active), List.copyOf(passed), stuck, tree == null);
    }

    /** A step that runs in a job waits before its element: a transition, not an activity yet. */
    private static void collect(ActivityInstance at, Set<String> active) {
        for (TransitionInstance waiting : at.getChildTransitionInstances()) {
            active.add(waiting.getActivityId());
        }
        for (ActivityInstance child : at.getChildActivityInstances()) {
            if (child.getChildActivityInstances().length == 0 && child.getChildTransitionInstances().length == 0) {
                active.add(child.getActivityId());
            }
            collect(child, active);
        }
    }

    @Override
    public Optional<String> diagram(String key) {
        return Diagram.byKey(key).map(diagram -> read("bpmn/" + diagram.key() + ".bpmn"));
    }

    private static String read(String path) {
        try (InputStream file = new ClassPathResource(path).getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Incident> incidents() {
        List<org.camunda.bpm.engine.runtime.Incident> open =
                runtime.createIncidentQuery().orderByIncidentTimestamp().asc().listPage(0, MOST);
        Map<String, Cases.Place> byInstance = cases
                .placesOf(open.stream()
                        .map(org.camunda.bpm.engine.runtime.Incident::getProcessInstanceId)
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.toMap(Cases.Place::instance, Function.identity()));
        List<Incident> seen = new ArrayList<>();
        for (org.camunda.bpm.engine.runtime.Incident incident : open) {
            Cases.Place at = byInstance.get(incident.getProcessInstanceId());
            if (at != null) {
                seen.add(new Incident(
                        incident.getId(),
                        at.diagram().key(),
                        at.subject(),
                        incident.getActivityId(),
                        incident.getIncidentTimestamp().toInstant(),
                        incident.getIncidentMessage()));
            }
        }
        return seen;
    }

    @Override
    public Machinery machinery() {
        return new Machinery(
                Objects.requireNonNullElse(ProcessEngine.class.getPackage().getImplementationVersion(), "–"),
                jobs.createJobQuery().active().withRetriesLeft().count(),
                jobs.createJobQuery().active().executable().count(),
                jobs.createJobQuery().noRetriesLeft().count());
    }

    @Override
    public boolean retry(String incident) {
        org.camunda.bpm.engine.runtime.Incident stuck =
                runtime.createIncidentQuery().incidentId(incident).singleResult();
        if (stuck == null
                || !org.camunda.bpm.engine.runtime.Incident.FAILED_JOB_HANDLER_TYPE.equals(stuck.getIncidentType())) {
            return false;
        }
        jobs.setJobRetries(stuck.getConfiguration(), 1);
        jobs.setJobDuedate(stuck.getConfiguration(), null);
        return true;
    }
}

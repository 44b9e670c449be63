package eu.boucle.process;

import static eu.boucle.process.DiagramFile.BPMN;
import static eu.boucle.process.DiagramFile.CAMUNDA;
import static eu.boucle.process.DiagramFile.DC;
import static eu.boucle.process.DiagramFile.DI;

import eu.boucle.identity.Role;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** What every diagram keeps to; each answers with the elements that do not. */
enum DiagramRule {
    IDS_ARE_LOWER_CAMEL(file -> bad(file.nodes(), e -> !id(e).matches("[a-z][a-zA-Z0-9]+"))),
    EVERY_ELEMENT_HAS_A_NAME(file -> bad(
            plus(file.nodes(), file.bpmn("process")),
            e -> e.getAttribute("name").isBlank())),
    EVERY_ELEMENT_IS_NAMED_IN_BOTH_LANGUAGES(file -> {
        List<Properties> words = List.of(words("process.properties"), words("process_en.properties"));
        return bad(file.nodes(), e -> words.stream().anyMatch(each -> each.getProperty("step." + id(e)) == null));
    }),
    A_GATEWAY_IS_A_QUESTION(file ->
            bad(file.bpmn("exclusiveGateway"), e -> !e.getAttribute("name").endsWith("?"))),
    EVERY_WAY_OUT_OF_A_GATEWAY_IS_AN_ANSWER(file -> bad(
            file.flows(),
            flow -> fromGateway(file, flow)
                    && (flow.getAttribute("name").isBlank()
                            || DiagramFile.within(flow, BPMN, "conditionExpression")
                                    .isEmpty()))),
    A_GATEWAY_HAS_TWO_ANSWERS(file -> bad(
            file.bpmn("exclusiveGateway"),
            e -> DiagramFile.within(e, BPMN, "outgoing").size() < 2)),
    HISTORY_HAS_AN_END(file -> bad(
            file.bpmn("process"),
            e -> e.getAttributeNS(CAMUNDA, "historyTimeToLive").isBlank())),
    A_SERVICE_TASK_IS_A_STEP_OF_ITS_NAME(file -> bad(
            file.bpmn("serviceTask"),
            e -> !e.getAttributeNS(CAMUNDA, "delegateExpression").equals("${" + id(e) + "Step}")
                    || !stepExists(id(e)))),
    A_SERVICE_TASK_RUNS_IN_A_JOB_AND_IS_TRIED_AGAIN(file -> bad(
            file.bpmn("serviceTask"),
            e -> !e.getAttributeNS(CAMUNDA, "asyncBefore").equals("true")
                    || DiagramFile.within(e, CAMUNDA, "failedJobRetryTimeCycle").isEmpty())),
    NO_CODE_IN_A_DIAGRAM(file -> {
        List<Element> all = new ArrayList<>(file.bpmn("scriptTask", "script"));
        all.addAll(file.elements(CAMUNDA, "script"));
        all.addAll(file.elements(CAMUNDA, "executionListener"));
        all.addAll(file.elements(CAMUNDA, "taskListener"));
        all.addAll(file.elements(BPMN, "*").stream()
                .filter(e -> e.hasAttributeNS(CAMUNDA, "class") || e.hasAttributeNS(CAMUNDA, "expression"))
                .toList());
        return bad(all, e -> true);
    }),
    AN_EXPRESSION_READS_AN_ANSWER_OR_A_DEADLINE(file -> {
        List<String> found = new ArrayList<>();
        Pattern plain = Pattern.compile("\\$\\{!?[a-z][a-zA-Z]+( == '[A-Z_]+')?}");
        Pattern deadline = Pattern.compile("\\$\\{deadlines\\.([a-z][a-zA-Z]+)}");
        for (String expression : expressions(file)) {
            Matcher due = deadline.matcher(expression);
            boolean known = due.matches() && hasGetter(due.group(1));
            if (!known && !plain.matcher(expression).matches()) {
                found.add(expression);
            }
        }
        return found;
    }),
    A_WAIT_IS_REACHED_THROUGH_A_QUESTION(file -> bad(
            file.bpmn("userTask", "receiveTask"),
            wait -> file.flows().stream()
                    .filter(flow -> flow.getAttribute("targetRef").equals(id(wait)))
                    .anyMatch(flow -> !fromGateway(file, flow)))),
    A_WAIT_HEARS_THE_MESSAGE_OF_ITS_NAME(file -> {
        Map<String, String> messages = new HashMap<>();
        file.bpmn("message").forEach(m -> messages.put(id(m), m.getAttribute("name")));
        return bad(file.bpmn("receiveTask"), e -> !id(e).equals(messages.get(e.getAttribute("messageRef"))));
    }),
    A_USER_TASK_SAYS_WHOSE_IT_IS(file -> {
        Set<String> roles =
                new HashSet<>(Arrays.stream(Role.values()).map(Role::name).toList());
        return bad(file.bpmn("userTask"), e -> !roles.contains(e.getAttributeNS(CAMUNDA, "candidateGroups")));
    }),
    A_REFUSAL_IS_CAUGHT(file -> {
        Set<String> caught = new HashSet<>();
        file.bpmn("boundaryEvent").stream()
                .filter(e ->
                        !DiagramFile.within(e, BPMN, "errorEventDefinition").isEmpty())
                .forEach(e -> caught.add(e.getAttribute("attachedToRef")));
        return bad(
                file.bpmn("serviceTask"),
                e -> id(e).startsWith("issue") && canBeRefused(id(e)) && !caught.contains(id(e)));
    }),
    EVERYTHING_IS_DRAWN(file -> {
        Set<String> drawn = new HashSet<>();
        file.elements(DI, "BPMNShape").forEach(e -> drawn.add(e.getAttribute("bpmnElement")));
        file.elements(DI, "BPMNEdge").forEach(e -> drawn.add(e.getAttribute("bpmnElement")));
        return bad(plus(file.nodes(), file.flows()), e -> !drawn.contains(id(e)));
    }),
    NOTHING_LIES_ON_SOMETHING_ELSE(DiagramRule::overlaps);

    private final Function<DiagramFile, List<String>> check;

    DiagramRule(Function<DiagramFile, List<String>> check) {
        this.check = check;
    }

    List<String> broken(DiagramFile file) {
        return check.apply(file);
    }

    private static List<String> bad(List<Element> elements, Function<Element, Boolean> wrong) {
        return elements.stream().filter(wrong::apply).map(DiagramRule::id).toList();
    }

    private static String id(Element element) {
        return element.getAttribute("id");
    }

    private static List<Element> plus(List<Element> some, List<Element> others) {
        List<Element> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static boolean fromGateway(DiagramFile file, Element flow) {
        return file.bpmn("exclusiveGateway").stream().anyMatch(g -> id(g).equals(flow.getAttribute("sourceRef")));
    }

    /** Certificates can be refused; the copy of a request, the manifest of a closed round and a letter cannot. */
    private static boolean canBeRefused(String step) {
        return !Set.of("issueRequestCopy", "issueManifest", "issueLossLetter").contains(step);
    }

    private static boolean stepExists(String id) {
        String name = Character.toUpperCase(id.charAt(0)) + id.substring(1) + "Step";
        if (Arrays.stream(Overdue.class.getDeclaredMethods())
                .map(Method::getName)
                .anyMatch((id + "Step")::equals)) {
            return true;
        }
        try {
            return Step.class.isAssignableFrom(Class.forName("eu.boucle.process." + name));
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    private static boolean hasGetter(String property) {
        String getter = "get" + Character.toUpperCase(property.charAt(0)) + property.substring(1);
        return Arrays.stream(Deadlines.class.getMethods()).map(Method::getName).anyMatch(getter::equals);
    }

    private static List<String> expressions(DiagramFile file) {
        List<String> found = new ArrayList<>();
        plus(file.bpmn("conditionExpression", "timeDuration", "timeCycle"), file.bpmn("timeDate"))
                .forEach(e -> found.add(e.getTextContent().strip()));
        file.bpmn("userTask").stream()
                .map(e -> e.getAttributeNS(CAMUNDA, "dueDate"))
                .filter(due -> !due.isEmpty())
                .forEach(found::add);
        return found;
    }

    private static Properties words(String file) {
        Properties words = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("src/main/resources/messages", file))) {
            words.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private record Box(String id, double x, double y, double right, double bottom) {
        boolean crosses(Box other) {
            return x < other.right && other.x < right && y < other.bottom && other.y < bottom;
        }
    }

    /** A boundary event sits on its task and an event sub-process holds its own; nothing else touches. */
    private static List<String> overlaps(DiagramFile file) {
        Set<String> apart = new HashSet<>();
        file.nodes().stream()
                .filter(e -> !e.getLocalName().equals("boundaryEvent"))
                .filter(e -> !e.getLocalName().equals("subProcess"))
                .forEach(e -> apart.add(id(e)));
        List<Box> boxes = file.elements(DI, "BPMNShape").stream()
                .filter(shape -> apart.contains(shape.getAttribute("bpmnElement")))
                .map(DiagramRule::box)
                .toList();
        List<String> found = new ArrayList<>();
        for (int i = 0; i < boxes.size(); i++) {
            for (int j = i + 1; j < boxes.size(); j++) {
                if (boxes.get(i).crosses(boxes.get(j))) {
                    found.add(boxes.get(i).id + " and " + boxes.get(j).id);
                }
            }
        }
        return found;
    }

    private static Box box(Element shape) {
        Element bounds = DiagramFile.within(shape, DC, "Bounds").getFirst();
        double x = Double.parseDouble(bounds.getAttribute("x"));
        double y = Double.parseDouble(bounds.getAttribute("y"));
        return new Box(
                shape.getAttribute("bpmnElement"),
                x,
                y,
                x + Double.parseDouble(bounds.getAttribute("width")),
                y + Double.parseDouble(bounds.getAttribute("height")));
    }
}

package eu.boucle.circuits;

import com.fasterxml.jackson.annotation.JsonProperty;
import eu.boucle.support.Today;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A body with every field of a handler's type, and the same body with one field spoilt at a time. */
final class SampleJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper JSON = new JsonMapper();
    private static final String MARK = "\"@@spoilt@@\"";

    private SampleJson() {}

    static JsonNode of(Type type) {
        if (type instanceof ParameterizedType generic) {
            if (Collection.class.isAssignableFrom((Class<?>) generic.getRawType())) {
                return NODES.arrayNode().add(of(generic.getActualTypeArguments()[0]));
            }
            if (Map.class.isAssignableFrom((Class<?>) generic.getRawType())) {
                return NODES.objectNode();
            }
            return NODES.stringNode("text");
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            ObjectNode object = NODES.objectNode();
            for (RecordComponent component : plain.getRecordComponents()) {
                JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
                object.set(named == null ? component.getName() : named.value(), of(component.getGenericType()));
            }
            return object;
        }
        if (plain.isEnum()) {
            return NODES.stringNode(((Enum<?>) plain.getEnumConstants()[0]).name());
        }
        if (plain == Integer.class || plain == int.class || plain == Long.class || plain == long.class) {
            return NODES.numberNode(1);
        }
        if (plain == BigDecimal.class) {
            return NODES.numberNode(new BigDecimal("1.5"));
        }
        if (plain == Boolean.class || plain == boolean.class) {
            return NODES.booleanNode(true);
        }
        if (plain == LocalDate.class) {
            return NODES.stringNode(Today.inParis().plusDays(3).toString());
        }
        if (plain == Instant.class) {
            return NODES.stringNode(Instant.now().minusSeconds(60).toString());
        }
        if (plain == UUID.class) {
            return NODES.stringNode(UUID.randomUUID().toString());
        }
        return NODES.stringNode("text");
    }

    /** Each field in turn is each bad word, each bad number, nothing, a list and an object. */
    static List<byte[]> spoilt(JsonNode sample) {
        List<String> values = new ArrayList<>(List.of(
                "null",
                "[]",
                "{}",
                "[null]",
                "true",
                "-1",
                "0",
                "1e400",
                "1e1000000000",
                "1e-1000000000",
                "1e30",
                "0.00000000000000000001",
                "9223372036854775808",
                "\"\\ud800\"",
                "\"\""));
        Words.ANY.forEach(word -> values.add(JSON.writeValueAsString(word)));
        List<byte[]> bodies = new ArrayList<>();
        for (String marked : marked(sample)) {
            for (String value : values) {
                bodies.add(marked.replace(MARK, value).getBytes(StandardCharsets.UTF_8));
            }
        }
        return bodies;
    }

    /** The sample with the mark at each place in turn, fields and elements, inner ones too. */
    private static List<String> marked(JsonNode node) {
        List<String> all = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            for (String name : List.copyOf(object.propertyNames())) {
                JsonNode value = object.get(name);
                for (String inner : marked(value)) {
                    ObjectNode copy = object.deepCopy();
                    copy.put(name, "@@inner@@");
                    all.add(copy.toString().replace("\"@@inner@@\"", inner));
                }
                all.add(object.deepCopy().put(name, "@@spoilt@@").toString());
            }
        } else if (node instanceof ArrayNode list) {
            for (String inner : marked(list.get(0))) {
                all.add("[" + inner + "]");
            }
            all.add("[" + MARK + "]");
        }
        return all;
    }
}

package eu.boucle.circuits;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a program may send in the place of the JSON that is wanted, with the answer to it. */
enum Unreadable {
    NOTHING(400) {
        @Override
        byte[] of(JsonNode sample) {
            return new byte[0];
        }
    },
    NULL(400) {
        @Override
        byte[] of(JsonNode sample) {
            return bytes("null");
        }
    },
    CUT(400) {
        @Override
        byte[] of(JsonNode sample) {
            String text = sample.toString();
            return bytes(text.substring(0, text.length() - 1));
        }
    },
    MORE_BEHIND(400) {
        @Override
        byte[] of(JsonNode sample) {
            return bytes(sample + "{}");
        }
    },
    MALFORMED_UTF8(400) {
        @Override
        byte[] of(JsonNode sample) {
            byte[] body = bytes(sample.toString().replaceFirst("\"", "\"~"));
            for (int i = 0; i < body.length; i++) {
                if (body[i] == '~') {
                    body[i] = (byte) 0xC0;
                    break;
                }
            }
            return body;
        }
    },
    DUPLICATE_KEY(400) {
        @Override
        byte @Nullable [] of(JsonNode sample) {
            ObjectNode object = object(sample);
            if (object == null || object.isEmpty()) {
                return null;
            }
            String key = object.propertyNames().iterator().next();
            String twice = "{\"" + key + "\":" + object.get(key) + ","
                    + object.toString().substring(1);
            return bytes(sample instanceof ArrayNode ? "[" + twice + "]" : twice);
        }
    },
    /** Doubled, and so unreadable, where the call has a field of that name. */
    UNKNOWN_FIELD(400, 422) {
        @Override
        byte[] of(JsonNode sample) {
            return bytes(with(sample, "\"organisation\":\"00000000-0000-4000-8000-000000000001\""));
        }
    },
    STATE_FROM_OUTSIDE(400, 422) {
        @Override
        byte[] of(JsonNode sample) {
            return bytes(with(sample, "\"__state\":\"CLOSED\",\"version\":7,\"roles\":[\"ADMIN\"]"));
        }
    },
    DEEP(400) {
        @Override
        byte[] of(JsonNode sample) {
            return bytes("[".repeat(50_000));
        }
    },
    DEEP_OBJECTS(400) {
        @Override
        byte[] of(JsonNode sample) {
            return bytes("{\"a\":".repeat(50_000));
        }
    },
    XML_AS_JSON(400) {
        @Override
        byte[] of(JsonNode sample) {
            return bytes(ENTITY);
        }
    },
    XML(415) {
        @Override
        byte[] of(JsonNode sample) {
            return bytes(ENTITY);
        }

        @Override
        String type() {
            return "application/xml";
        }
    },
    FORM(415) {
        @Override
        byte[] of(JsonNode sample) {
            return bytes("reason=a");
        }

        @Override
        String type() {
            return "application/x-www-form-urlencoded";
        }
    };

    private static final String ENTITY =
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>";

    private final List<Integer> answers;

    Unreadable(Integer... answers) {
        this.answers = List.of(answers);
    }

    /** Made from a body that would be right; null where this cannot be done to it. */
    abstract byte @Nullable [] of(JsonNode sample);

    /** Any of these is right. */
    List<Integer> answers() {
        return answers;
    }

    String type() {
        return "application/json";
    }

    private static String with(JsonNode sample, String more) {
        ObjectNode object = object(sample);
        String text = object == null || object.isEmpty()
                ? "{" + more + "}"
                : "{" + more + "," + object.toString().substring(1);
        return sample instanceof ArrayNode ? "[" + text + "]" : text;
    }

    private static @Nullable ObjectNode object(JsonNode sample) {
        return sample instanceof ObjectNode object
                ? object
                : sample instanceof ArrayNode list && list.get(0) instanceof ObjectNode first ? first : null;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}

package eu.boucle.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

class StrictJsonTests {

    private final JsonMapper json = mapper();

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        new StrictJson().readStrictly().customize(builder);
        return builder.build();
    }

    record Body(
            @Nullable String text,
            @Nullable BigDecimal kilograms,
            @Nullable LocalDate day,
            @Nullable Instant moment,
            @Nullable List<Body> inner) {}

    @Test
    void whatIsRightIsRead() {
        Body body = json.readValue("""
                {"text":"CN7\u200B79","kilograms":12.5,"day":"2026-11-26","moment":"2026-11-26T10:00:00Z","inner":[]}
                """, Body.class);
        assertThat(body)
                .isEqualTo(new Body(
                        "CN779",
                        new BigDecimal("12.5"),
                        LocalDate.of(2026, 11, 26),
                        Instant.parse("2026-11-26T10:00:00Z"),
                        List.of()));
        assertThat(json.readValue("{\"text\":null,\"kilograms\":null,\"day\":\"\",\"inner\":null}", Body.class))
                .isEqualTo(new Body(null, null, null, null, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"text\":\"a\",\"text\":\"b\"}",
                "{\"text\":\"a\\u0000b\"}",
                "{\"text\":\"\\ud800\"}",
                "{\"kilograms\":1e1000000000}",
                "{\"kilograms\":\"1e-1000000000\"}",
                "{\"day\":\"+999999999-12-31\"}",
                "{\"day\":\"0000-01-01\"}",
                "{\"moment\":\"+1000000000-12-31T23:59:59.999999999Z\"}",
                "{\"moment\":\"-1000000000-01-01T00:00:00Z\"}",
                "{\"inner\":[null]}",
                "{\"inner\":[{}, null]}",
                "{\"text\":\"a\"} {}"
            })
    void whatIsNotIsRefused(String text) {
        assertThatThrownBy(() -> json.readValue(text, Body.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void aListThatIsTheWholeBodyHasNoHolesEither() {
        assertThatThrownBy(() -> json.readValue("[null]", new TypeReference<List<Body>>() {}))
                .isInstanceOf(JacksonException.class);
    }
}

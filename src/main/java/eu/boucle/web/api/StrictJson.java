package eu.boucle.web.api;

import com.fasterxml.jackson.annotation.Nulls;
import eu.boucle.shared.PlainNumber;
import eu.boucle.web.security.PlainText;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.jdk.NumberDeserializers;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.ext.javatime.deser.InstantDeserializer;
import tools.jackson.databind.ext.javatime.deser.LocalDateDeserializer;
import tools.jackson.databind.module.SimpleModule;

/**
 * JSON read strictly: each key once, no hole in a list, text that is text, numbers of a size that things have, times
 * within people's memory and plans. What is not so is refused by its place.
 */
@Configuration(proxyBeanMethods = false)
class StrictJson {

    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    @Bean
    JsonMapperBuilderCustomizer readStrictly() {
        SimpleModule strict = new SimpleModule("strict");
        strict.addDeserializer(String.class, new Text());
        strict.addDeserializer(
                BigDecimal.class, new Within<>(BigDecimal.class, NumberDeserializers.BigDecimalDeserializer.instance) {
                    @Override
                    boolean holds(BigDecimal value) {
                        return PlainNumber.is(value);
                    }
                });
        strict.addDeserializer(LocalDate.class, new Within<>(LocalDate.class, LocalDateDeserializer.INSTANCE) {
            @Override
            boolean holds(LocalDate value) {
                return year(value);
            }
        });
        strict.addDeserializer(Instant.class, new Within<>(Instant.class, InstantDeserializer.INSTANT) {
            @Override
            boolean holds(Instant value) {
                return value.isAfter(Instant.parse(FIRST_YEAR + "-01-01T00:00:00Z"))
                        && value.isBefore(Instant.parse(LAST_YEAR + "-01-01T00:00:00Z"))
                        && year(value.atOffset(ZoneOffset.UTC));
            }
        });
        return builder -> builder.addModule(strict)
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .changeDefaultNullHandling(nulls -> nulls.withContentNulls(Nulls.FAIL));
    }

    private static boolean year(TemporalAccessor time) {
        int year = time.get(ChronoField.YEAR);
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    /** Text without what nobody sees; what is no text at all is refused. */
    private static final class Text extends StdScalarDeserializer<String> {

        private Text() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser parser, DeserializationContext context) {
            String text = StringDeserializer.instance.deserialize(parser, context);
            if (!PlainText.is(text)) {
                throw InvalidFormatException.from(parser, "no text", PlainText.clean(text), String.class);
            }
            return PlainText.visible(text);
        }
    }

    /** A value that the usual reading takes and that must lie within bounds. */
    private abstract static class Within<T> extends StdScalarDeserializer<T> {

        private final ValueDeserializer<? extends T> usual;

        private Within(Class<T> type, ValueDeserializer<? extends T> usual) {
            super(type);
            this.usual = usual;
        }

        abstract boolean holds(T value);

        @Override
        public @Nullable T deserialize(JsonParser parser, DeserializationContext context) {
            T value = usual.deserialize(parser, context);
            if (value != null && !holds(value)) {
                throw InvalidFormatException.from(parser, "out of bounds", value, handledType());
            }
            return value;
        }
    }
}

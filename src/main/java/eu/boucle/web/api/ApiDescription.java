package eu.boucle.web.api;

import eu.boucle.identity.Actor;
import eu.boucle.web.security.Allowed;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.method.HandlerMethod;

/**
 * The description of the API at {@code /v3/api-docs}, made from the handlers: who may call each, the key that makes a
 * POST repeatable, and the one shape of every refusal (RFC 9457).
 */
@Configuration
class ApiDescription {

    private static final String PROBLEM = "Problem";
    private static final String TOKEN = "token";

    /** What any call may be refused with, beside its own answer. */
    private static final Map<String, String> REFUSALS = Map.of(
            "400", "Unreadable",
            "401", "No valid token",
            "403", "Not your role",
            "404", "Unknown, or somebody else's",
            "409", "Its state forbids it",
            "422", "Readable but wrong",
            "429", "Too often: see Retry-After");

    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Actor.class);
    }

    @Bean
    OpenAPI describedApi() {
        return new OpenAPI()
                .info(new Info()
                        .title("Boucle")
                        .version("v1")
                        .description("Everything a page can do, a program can do. Weights are kilograms, times RFC 3339"
                                + " with zone, lists are read by an opaque cursor.")
                        .license(new License().name("Apache-2.0")))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer")
                                        .description("An API token of a person"))
                        .addSchemas(PROBLEM, problem()))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    @Bean
    GlobalOperationCustomizer describedOperations() {
        return ApiDescription::describe;
    }

    private static Operation describe(Operation operation, HandlerMethod handler) {
        String room = handler.getBeanType().getSimpleName().replaceFirst("Api$", "");
        operation.setOperationId(room.substring(0, 1).toLowerCase(Locale.ROOT)
                + room.substring(1)
                + "."
                + handler.getMethod().getName());
        operation.setTags(List.of(room));
        operation.setDescription(whoMay(handler));
        if (AnnotatedElementUtils.hasAnnotation(handler.getMethod(), PostMapping.class)) {
            operation.addParametersItem(new HeaderParameter()
                    .name("Idempotency-Key")
                    .required(false)
                    .schema(new StringSchema())
                    .description("The same key and body give the first answer again"));
        }
        REFUSALS.keySet().stream()
                .sorted()
                .filter(status -> !operation.getResponses().containsKey(status))
                .forEach(status -> operation
                        .getResponses()
                        .addApiResponse(
                                status,
                                new ApiResponse()
                                        .description(REFUSALS.get(status))
                                        .content(new Content()
                                                .addMediaType(
                                                        "application/problem+json",
                                                        new MediaType()
                                                                .schema(new Schema<>()
                                                                        .$ref("#/components/schemas/" + PROBLEM))))));
        return operation;
    }

    private static String whoMay(HandlerMethod handler) {
        Allowed allowed = handler.getMethodAnnotation(Allowed.class);
        if (allowed == null) {
            allowed = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Allowed.class);
        }
        if (allowed == null || allowed.anyone()) {
            return allowed == null ? "For nobody." : "For everybody.";
        }
        return allowed.value().length == 0
                ? "For everybody with a token."
                : Arrays.stream(allowed.value()).map(Enum::name).collect(Collectors.joining(", ", "For ", "."));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("In the caller's language"))
                .addProperty("code", new StringSchema())
                .addProperty(
                        "errors",
                        new ArraySchema()
                                .items(new ObjectSchema()
                                        .addProperty("path", new StringSchema())
                                        .addProperty("code", new StringSchema())
                                        .addProperty("message", new StringSchema())));
    }
}

package eu.boucle.circuits;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser as a server sees it: cookies, forms, the hidden token; redirects are not followed. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String address;
    private final HttpClient http;
    private String token = "";

    Browser(String address) {
        this(
                address,
                HttpClient.newBuilder()
                        .cookieHandler(new CookieManager())
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build());
    }

    private Browser(String address, HttpClient http) {
        this.address = address;
        this.http = http;
    }

    /** Signs in as a person would. */
    Browser signIn(String email, String password) {
        read("/sign-in");
        HttpResponse<String> answer = post("/sign-in", Map.of("email", email, "password", password));
        if (answer.statusCode() != 302
                || answer.headers().firstValue("Location").orElse("").contains("sign-in")) {
            throw new IllegalStateException("not signed in: " + answer.statusCode());
        }
        read("/");
        return this;
    }

    /** The same browser, with its cookies, led to another node. */
    Browser at(String node) {
        return new Browser(node, http);
    }

    HttpResponse<String> read(String path) {
        HttpResponse<String> answer =
                send(HttpRequest.newBuilder(URI.create(address + path)).GET());
        Matcher found = TOKEN.matcher(answer.body());
        if (found.find()) {
            token = found.group(1);
        }
        return answer;
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                        .map(e -> encode(e.getKey()) + "=" + encode(e.getValue()))
                        .collect(Collectors.joining("&"))
                + "&_csrf=" + encode(token);
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    HttpResponse<String> postJson(String path, String json) {
        return send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/json")
                .header("X-CSRF-TOKEN", token)
                .POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(
                    request.header("Accept", "text/html,application/xhtml+xml,application/json;q=0.8")
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}

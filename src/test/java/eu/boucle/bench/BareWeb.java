package eu.boucle.bench;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** The least that answers over HTTP on the same frame: what the ready time is held against. No component: nothing else finds it. */
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class
})
public class BareWeb {

    public static void main(String[] arguments) {
        SpringApplication.run(BareWeb.class, arguments);
    }

    @Bean
    static RouterFunction<ServerResponse> health() {
        return RouterFunctions.route()
                .GET("/actuator/health", request -> ServerResponse.ok().body("UP"))
                .build();
    }
}

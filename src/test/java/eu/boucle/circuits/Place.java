package eu.boucle.circuits;

import eu.boucle.Application;
import eu.boucle.support.Jobs;
import eu.boucle.support.OnlyWhatIsShipped;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A running application that a story can be told to. */
interface Place {

    ConfigurableApplicationContext application();

    default String address() {
        return "http://localhost:"
                + ((WebServerApplicationContext) application()).getWebServer().getPort();
    }

    default Jobs jobs() {
        return new Jobs(
                application().getBean(ManagementService.class), application().getBean(Clock.class));
    }

    /** The application as it is shipped, with these settings, on a port of its own. */
    static ConfigurableApplicationContext start(Map<String, Object> settings, BeanPostProcessor... besides) {
        Map<String, Object> here = new HashMap<>(settings);
        here.put("server.port", 0);
        here.put("spring.jmx.enabled", false);
        here.put("boucle.data", "target/test-data");
        return new SpringApplicationBuilder(Application.class)
                .initializers(context -> {
                    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("place", here));
                    context.getBeanFactory().registerSingleton("onlyWhatIsShipped", new OnlyWhatIsShipped());
                    for (BeanPostProcessor each : besides) {
                        context.getBeanFactory().addBeanPostProcessor(each);
                    }
                })
                .run();
    }
}

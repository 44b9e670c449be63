package eu.boucle.demo;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.scheduling.annotation.EnableScheduling;

/** What only the demo profile has. */
@Configuration
@Profile("demo")
@EnableScheduling
class DemoProfile {

    @Bean
    MovableClock clock() {
        return new MovableClock();
    }
}

package eu.boucle;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Profile;

/** Boucle: from a request to take equipment back to a certificate that proves itself. */
@SpringBootApplication
public class Application {

    public static void main(String[] arguments) {
        // A data folder given as "data" is as good as "./data"; H2 refuses the first unless told.
        System.setProperty("h2.implicitRelativePath", "true");
        SpringApplication.run(Application.class, arguments);
    }

    /** The one clock, in UTC; zones are chosen where a time is shown. The demo profile brings its own, which can be moved. */
    @Bean
    @Profile("!demo")
    Clock clock() {
        return Clock.systemUTC();
    }
}

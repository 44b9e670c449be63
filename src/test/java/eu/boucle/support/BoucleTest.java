package eu.boucle.support;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;

/**
 * The whole application on an empty H2 in memory: no demo data, no job executor (run jobs by hand with {@link Jobs}), a
 * random port. All classes with this annotation share one application, so tests make their own organisations.
 *
 * <p>A test that must hold on both databases is an abstract class with two empty subclasses, one with this annotation
 * and one with {@link BoucleTestOnPostgres}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"camunda.bpm.job-execution.enabled=false", "boucle.data=target/test-data"})
@ContextConfiguration(initializers = TestDatabase.H2.class)
public @interface BoucleTest {}

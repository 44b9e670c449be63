package eu.boucle.custody;

import eu.boucle.shared.Dialect;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database says which form of the scan statement it takes. */
@Configuration(proxyBeanMethods = false)
class ScanStatementChoice {

    @Bean
    ScanStatement scanStatement(JdbcTemplate template, JdbcClient jdbc) {
        return template.execute((ConnectionCallback<Dialect>) Dialect::of) == Dialect.POSTGRESQL
                ? new ScanStatementOnPostgres(jdbc)
                : new ScanStatementOnH2(jdbc);
    }
}

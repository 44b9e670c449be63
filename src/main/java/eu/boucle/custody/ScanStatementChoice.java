package eu.boucle.custody;

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
        String product = template.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName());
        return "PostgreSQL".equals(product) ? new ScanStatementOnPostgres(jdbc) : new ScanStatementOnH2(jdbc);
    }
}

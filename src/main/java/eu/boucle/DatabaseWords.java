package eu.boucle;

import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.support.SQLErrorCodeSQLExceptionTranslator;
import org.springframework.jdbc.support.SQLExceptionTranslator;

/**
 * What a database means by its error codes. Without them a row that another transaction holds for too long is an
 * accident on PostgreSQL (55P03), not a call to be made again.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseWords {

    @Bean
    SQLExceptionTranslator sqlExceptionTranslator(DataSource source) {
        return new SQLErrorCodeSQLExceptionTranslator(source);
    }
}

package eu.boucle.asset;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** The database says how the register is taken out of it. */
@Configuration(proxyBeanMethods = false)
class RegisterPiecesChoice {

    @Bean
    RegisterPieces registerPieces(JdbcTemplate template) {
        String product = template.execute((ConnectionCallback<String>)
                connection -> connection.getMetaData().getDatabaseProductName());
        return "PostgreSQL".equals(product) ? new RegisterPiecesOnPostgres(template) : new RegisterPiecesOnH2(template);
    }
}

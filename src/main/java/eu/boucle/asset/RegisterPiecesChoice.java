package eu.boucle.asset;

import eu.boucle.shared.Dialect;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;

/** The database says how the register is taken out of it. */
@Configuration(proxyBeanMethods = false)
class RegisterPiecesChoice {

    @Bean
    RegisterPieces registerPieces(JdbcTemplate template) {
        return template.execute((ConnectionCallback<Dialect>) Dialect::of) == Dialect.POSTGRESQL
                ? new RegisterPiecesOnPostgres(template)
                : new RegisterPiecesOnH2(template);
    }
}

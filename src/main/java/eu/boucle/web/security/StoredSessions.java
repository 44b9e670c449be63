package eu.boucle.web.security;

import eu.boucle.shared.Dialect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.SerializingConverter;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.session.config.SessionRepositoryCustomizer;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** Sessions live in the database, so that a node may die and people stay signed in. */
@Configuration
@EnableScheduling
class StoredSessions {

    /** What a session may hold: our values, the framework's and Java's own; nothing else is ever brought to life. */
    static final String KINDS = "maxdepth=50;maxbytes=2000000;eu.boucle.**;org.springframework.**;jakarta.servlet.**;"
            + "java.lang.*;java.util.**;java.time.**;java.math.*;java.net.URI;[B;!*";

    private static final Logger LOG = LoggerFactory.getLogger(StoredSessions.class);

    private static final String COLUMNS =
            "%TABLE_NAME%_ATTRIBUTES (SESSION_PRIMARY_ID, ATTRIBUTE_NAME, ATTRIBUTE_BYTES) ";

    /** Two requests of one person may bring the same new attribute at once: the later one wins on both databases. */
    @Bean
    SessionRepositoryCustomizer<JdbcIndexedSessionRepository> laterAttributeWins(JdbcTemplate jdbc) {
        Dialect dialect = jdbc.execute((ConnectionCallback<Dialect>) Dialect::of);
        return sessions -> sessions.setCreateSessionAttributeQuery(
                dialect == Dialect.POSTGRESQL
                        ? "insert into " + COLUMNS + "values (?, ?, ?) on conflict (SESSION_PRIMARY_ID, ATTRIBUTE_NAME)"
                                + " do update set ATTRIBUTE_BYTES = excluded.ATTRIBUTE_BYTES"
                        : "merge into " + COLUMNS + "key (SESSION_PRIMARY_ID, ATTRIBUTE_NAME) values (?, ?, ?)");
    }

    @Bean
    ConversionService springSessionConversionService() {
        GenericConversionService conversions = new GenericConversionService();
        conversions.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversions.addConverter(byte[].class, Object.class, StoredSessions::read);
        return conversions;
    }

    /** What another version of Boucle wrote and this one cannot read counts as absent: that person signs in again. */
    static @Nullable Object read(byte[] bytes) {
        try (ObjectInputStream stream = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
            stream.setObjectInputFilter(ObjectInputFilter.Config.createFilter(KINDS));
            return stream.readObject();
        } catch (IOException | ClassNotFoundException e) {
            LOG.info("part of a session is not readable here and is left out: {}", e.getMessage());
            return null;
        }
    }
}

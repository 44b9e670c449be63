package eu.boucle.web.security;

import eu.boucle.identity.Actor;
import eu.boucle.identity.ApiTokens;
import eu.boucle.identity.Role;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.context.SecurityContextHolderFilter;

/**
 * The door for machines that watch: whether this node lives and is ready is anybody's to ask; metrics are for an
 * administrator's token, or for whoever reaches the management port where one is set apart.
 */
@Configuration
class ManagementDoor {

    private final int managementPort;

    /** @param managementPort -1 unless management has a port of its own */
    ManagementDoor(@Value("${management.server.port:-1}") int managementPort) {
        this.managementPort = managementPort;
    }

    @Bean
    @Order(0)
    SecurityFilterChain management(HttpSecurity http, ApiTokens tokens, Problems problems) {
        return http.securityMatcher("/actuator", "/actuator/**")
                .authorizeHttpRequests(requests -> requests.requestMatchers("/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/prometheus")
                        .access(this::mayWatch)
                        .anyRequest()
                        .denyAll())
                .addFilterAfter(new BearerToken(tokens, problems), SecurityContextHolderFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED)))
                .build();
    }

    private AuthorizationDecision mayWatch(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        return new AuthorizationDecision(context.getRequest().getLocalPort() == managementPort
                || authentication.get() instanceof SignedIn known
                        && known.proven() instanceof Actor actor
                        && actor.is(Role.ADMIN));
    }
}

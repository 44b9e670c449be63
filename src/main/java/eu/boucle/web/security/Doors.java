package eu.boucle.web.security;

import eu.boucle.identity.Accounts;
import eu.boucle.identity.ApiTokens;
import jakarta.servlet.DispatcherType;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;

/** The doors: files for everybody, the API by token, pages by session. Everything else stays shut. */
@Configuration
class Doors {

    /** No inline script or style anywhere, nothing from elsewhere; images may be drawn in the page. */
    static final String CONTENT_POLICY = "default-src 'self'; script-src 'self'; style-src 'self';"
            + " img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; media-src 'self' blob:; worker-src 'self';"
            + " object-src 'none'; frame-ancestors 'self'; frame-src 'self'; base-uri 'none'; form-action 'self'";

    static final String PERMISSIONS = "camera=(self), screen-wake-lock=(self), clipboard-write=(self), geolocation=(),"
            + " microphone=(), payment=(), usb=()";

    private static final String[] FILES = {
        "/css/**", "/js/**", "/fonts/**", "/webjars/**", "/favicon.svg", "/favicon.ico", "/robots.txt"
    };

    @Bean
    @Order(1)
    SecurityFilterChain files(HttpSecurity http) {
        return http.securityMatcher(FILES)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> {
                    headers(headers);
                    // Files are versioned by their content and may be kept.
                    headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
                })
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, HandlerRules rules, ApiTokens tokens, Problems problems) {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .anyRequest()
                        .access(rules))
                .addFilterAfter(new BearerToken(tokens, problems), SecurityContextHolderFilter.class)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(handling -> handling.authenticationEntryPoint((request, response, refused) ->
                                problems.write(request, response, HttpStatus.UNAUTHORIZED, "NOT_SIGNED_IN"))
                        .accessDeniedHandler((request, response, refused) ->
                                problems.write(request, response, HttpStatus.FORBIDDEN, "ROLE_REQUIRED")))
                .headers(Doors::headers)
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pages(
            HttpSecurity http,
            HandlerRules rules,
            Accounts accounts,
            @Value("${boucle.session.at-most}") Duration longestSession) {
        AccessDeniedHandlerImpl denied = new AccessDeniedHandlerImpl();
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/v3/api-docs", "/v3/api-docs.yaml")
                        .permitAll()
                        .anyRequest()
                        .access(rules))
                .addFilterAfter(new FreshAccount(accounts, longestSession), SecurityContextHolderFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens())
                        // A wiping station sends its log with the secret of its address and holds no session.
                        .ignoringRequestMatchers("/ingest/**")
                        // Asking for a hash changes nothing and is open to programs without a session.
                        .ignoringRequestMatchers("/verify"))
                .requestCache(cache -> cache.requestCache(wantedPages()))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(new LoginUrlAuthenticationEntryPoint("/sign-in"))
                                .accessDeniedHandler((request, response, refused) -> {
                                    request.setAttribute("boucle.refused", refused);
                                    denied.handle(request, response, refused);
                                }))
                .headers(Doors::headers)
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS))
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
                .contentTypeOptions(Customizer.withDefaults())
                .httpStrictTransportSecurity(Customizer.withDefaults());
    }

    @Bean
    CsrfTokenRepository csrfTokens() {
        return new HttpSessionCsrfTokenRepository();
    }

    /** The page that a visitor wanted before signing in; nothing is added to its address. */
    @Bean
    HttpSessionRequestCache wantedPages() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(new AndRequestMatcher(
                PathPatternRequestMatcher.pathPattern(HttpMethod.GET, "/**"),
                request -> request.getHeader(HttpHeaders.ACCEPT) != null
                        && request.getHeader(HttpHeaders.ACCEPT).contains(MediaType.TEXT_HTML_VALUE)));
        return cache;
    }

    @Bean
    HttpSessionSecurityContextRepository securityContexts() {
        return new HttpSessionSecurityContextRepository();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder("sha256-bcrypt", Map.of("sha256-bcrypt", new LongPasswords()));
    }

    /** Nobody comes in by the framework's own user list; without this bean it would make one up. */
    @Bean
    UserDetailsService nobody() {
        return name -> {
            throw new UsernameNotFoundException("people are known by web.signin only");
        };
    }

    @Bean
    FilterRegistrationBean<SizeLimit> sizeLimitEarly(SizeLimit limit) {
        FilterRegistrationBean<SizeLimit> registration = new FilterRegistrationBean<>(limit);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 10);
        return registration;
    }

    @Bean
    FilterRegistrationBean<OpenWhenReady> openWhenReadyFirst(OpenWhenReady ready) {
        FilterRegistrationBean<OpenWhenReady> registration = new FilterRegistrationBean<>(ready);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE + 5);
        return registration;
    }
}

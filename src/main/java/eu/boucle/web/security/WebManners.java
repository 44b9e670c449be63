package eu.boucle.web.security;

import eu.boucle.identity.Accounts;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What holds for each handler: who acts, in which language one answers, each form once, which bodies are read. */
@Configuration
class WebManners implements WebMvcConfigurer {

    /** Libraries bring readers of these along; Boucle reads and writes JSON. */
    private static final Set<String> NOT_SPOKEN = Set.of("xml", "yaml");

    private final Accounts accounts;
    private final SentForms sentForms;

    WebManners(Accounts accounts, SentForms sentForms) {
        this.accounts = accounts;
        this.sentForms = sentForms;
    }

    @Bean
    static LocaleResolver localeResolver() {
        return new ReadersLanguage();
    }

    /** An error page does not read again the upload that failed. */
    @Bean
    static MultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver() {
            @Override
            public boolean isMultipart(HttpServletRequest request) {
                return request.getDispatcherType() != DispatcherType.ERROR && super.isMultipart(request);
            }
        };
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
    }

    @Override
    public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
        builder.configureMessageConvertersList(converters -> converters.removeIf(converter ->
                converter.getSupportedMediaTypes().stream().anyMatch(type -> NOT_SPOKEN.contains(type.getSubtype()))));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RememberLanguage(accounts));
        registry.addInterceptor(new OncePerForm(sentForms));
    }
}

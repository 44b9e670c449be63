package eu.boucle.notification;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.ITemplateResolver;

/** Letters in plain text are templates too; pages and letters in HTML are found as ever. */
@Configuration
@WhereMailIsSet
class LetterTemplates {

    @Bean
    ITemplateResolver plainTextLetters() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setName("plain text letters");
        resolver.setOrder(1);
        resolver.setPrefix("templates/");
        resolver.setResolvablePatterns(Set.of("letter/*.txt"));
        resolver.setTemplateMode(TemplateMode.TEXT);
        resolver.setCharacterEncoding(StandardCharsets.UTF_8.name());
        return resolver;
    }
}

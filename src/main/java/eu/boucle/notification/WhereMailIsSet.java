package eu.boucle.notification;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;

/** Exists only where the operator named a mail server: elsewhere nothing is written down and nothing leaves. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ConditionalOnExpression("!'${spring.mail.host:}'.isBlank()")
@interface WhereMailIsSet {}

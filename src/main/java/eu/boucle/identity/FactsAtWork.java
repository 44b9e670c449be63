package eu.boucle.identity;

import eu.boucle.shared.DomainEvent;
import eu.boucle.shared.FactsTogether;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.core.ResolvableType;

/** Whoever hears of a domain event acts as the system, see {@link WiderReach}. */
final class FactsAtWork extends SimpleApplicationEventMulticaster {

    private final BeanFactory beans;

    FactsAtWork(BeanFactory beans) {
        super(beans);
        this.beans = beans;
    }

    @Override
    public void multicastEvent(ApplicationEvent event, @Nullable ResolvableType type) {
        Object told = event instanceof PayloadApplicationEvent<?> carrier ? carrier.getPayload() : event;
        if (told instanceof FactsTogether together) {
            beans.getBean(WiderReach.class).run(() -> {
                super.multicastEvent(event, type);
                together.facts().forEach(fact -> super.multicastEvent(new KeptFact<>(event.getSource(), fact), null));
            });
        } else if (told instanceof DomainEvent) {
            beans.getBean(WiderReach.class).run(() -> super.multicastEvent(event, type));
        } else {
            super.multicastEvent(event, type);
        }
    }
}

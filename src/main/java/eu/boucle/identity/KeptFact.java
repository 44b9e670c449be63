package eu.boucle.identity;

import eu.boucle.shared.DomainEvent;
import java.io.Serial;
import org.springframework.context.PayloadApplicationEvent;

/** One of {@link eu.boucle.shared.FactsTogether}: whoever keeps facts has kept it with the others. */
public final class KeptFact<F extends DomainEvent> extends PayloadApplicationEvent<F> {

    @Serial
    private static final long serialVersionUID = 1;

    KeptFact(Object source, F fact) {
        super(source, fact);
    }
}

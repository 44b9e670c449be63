package eu.boucle.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CanonicalJsonTests {

    @Test
    void keysAreInOrderAtEveryDepth() {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("z", 1);
        inner.put("a", List.of("x", "y"));
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("to", "TAGGED");
        facts.put("inner", inner);
        facts.put("kg", new BigDecimal("1E+3"));
        assertThat(CanonicalJson.of(facts))
                .isEqualTo("{\"inner\":{\"a\":[\"x\",\"y\"],\"z\":1},\"kg\":1000,\"to\":\"TAGGED\"}");
    }
}

package eu.boucle.notification;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/** Whole addresses of the pages that letters lead to. */
@Component
class PageAddresses {

    private final String publicAddress;

    PageAddresses(@Value("${boucle.public-address}") String publicAddress) {
        this.publicAddress = publicAddress;
    }

    String request(String reference) {
        return to("/requests/{reference}", reference);
    }

    String certificates(String request) {
        return to("/certificates?request={reference}", request);
    }

    String questions(String tag) {
        return to("/assets/{tag}#questions", tag);
    }

    String run(String reference) {
        return to("/runs/{reference}", reference);
    }

    String discrepancies() {
        return to("/discrepancies");
    }

    String discrepancy(String id) {
        return to("/discrepancies/{id}", id);
    }

    /** What waits for the reader. */
    String home() {
        return to("/");
    }

    private String to(String path, Object... names) {
        return UriComponentsBuilder.fromUriString(publicAddress + path)
                .buildAndExpand(names)
                .encode()
                .toUriString();
    }
}

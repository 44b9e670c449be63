package eu.boucle.notification;

import eu.boucle.identity.Addressee;
import eu.boucle.identity.LinkToSend.Purpose;
import eu.boucle.identity.OneTimeLinks;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Letters with a link to choose a password. The link is drawn now; one of a try that failed is over. */
@Component
@WhereMailIsSet
class LinkWriter implements LetterWriter {

    private final OneTimeLinks links;
    private final Moments moments;

    LinkWriter(OneTimeLinks links, Moments moments) {
        this.links = links;
        this.moments = moments;
    }

    @Override
    public Set<LetterKind> kinds() {
        return LetterKind.LINKS;
    }

    @Override
    public Optional<Content> write(Letter letter, Addressee to) {
        return links.draw(letter.subject(), Purpose.valueOf(letter.kind().name()))
                .map(link -> new Content(
                        List.of(moments.dayTime(link.expires(), to.language().locale())), link.address()));
    }
}

package eu.boucle.document;

import java.util.Locale;
import org.springframework.context.MessageSource;

/** The words on a paper's frame, in the paper's language: page n of N, version, how to verify. */
record FrameWords(MessageSource messages, Locale language) {

    String page(int page, int pages) {
        return word("paper.page", page, pages);
    }

    String version(int version) {
        return word("paper.version", version);
    }

    String verifyTitle() {
        return word("paper.verify.title");
    }

    String howToVerify() {
        return word("paper.verify.how");
    }

    String printedCode() {
        return word("paper.verify.code");
    }

    String howToUseTheCode() {
        return word("paper.verify.codeHow");
    }

    String attachment() {
        return word("paper.attachment");
    }

    private String word(String key, Object... arguments) {
        return messages.getMessage(key, arguments, language);
    }
}

package eu.boucle.notification;

import eu.boucle.identity.Addressee;
import eu.boucle.identity.OrganisationView;
import eu.boucle.identity.Organisations;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/**
 * Makes a message of a letter: plain text and simple HTML, from the host's name and the operator's address. Nothing that
 * somebody typed reaches a header with a line end in it.
 */
@Component
@WhereMailIsSet
class LetterPress {

    private static final String NAME = "Boucle";
    private static final int LONGEST_IN_A_HEADER = 150;

    private final JavaMailSender mail;
    private final ITemplateEngine templates;
    private final MessageSource messages;
    private final Organisations organisations;
    private final InternetAddress sender;
    private final String publicAddress;

    LetterPress(
            JavaMailSender mail,
            ITemplateEngine templates,
            MessageSource messages,
            Organisations organisations,
            @Value("${boucle.mail.from}") String sender,
            @Value("${boucle.public-address}") String publicAddress) {
        this.mail = mail;
        this.templates = templates;
        this.messages = messages;
        this.organisations = organisations;
        this.sender = sender(sender);
        this.publicAddress = publicAddress;
    }

    private static InternetAddress sender(String address) {
        try {
            return new InternetAddress(address, true);
        } catch (AddressException e) {
            throw new IllegalStateException(
                    "spring.mail.host is set, so boucle.mail.from must be the address that letters come from", e);
        }
    }

    /** What the templates read. @param name of whom it goes to */
    public record Page(
            String subject,
            String name,
            String text,
            String quoted,
            String link,
            String address,
            String why,
            String host,
            String publicAddress) {}

    MimeMessage press(Letter letter, Addressee to, Content content) throws MessagingException {
        Locale locale = to.language().locale();
        String host = organisations
                .host()
                .map(OrganisationView::name)
                .map(LetterPress::oneLine)
                .orElse(NAME);
        Page page = new Page(
                oneLine(say(locale, letter, "subject", content.facts().toArray())),
                oneLine(to.name()),
                say(locale, letter, "text", content.facts().toArray()),
                content.quoted().strip(),
                say(locale, letter, "link"),
                content.address(),
                say(locale, why(letter, to), host),
                host,
                publicAddress);
        Context words = new Context(locale);
        words.setVariable("page", page);

        MimeMessage message = mail.createMimeMessage();
        MimeMessageHelper parts = new MimeMessageHelper(
                message, MimeMessageHelper.MULTIPART_MODE_MIXED_RELATED, StandardCharsets.UTF_8.name());
        parts.setFrom(named(sender.getAddress(), host));
        parts.setTo(named(to.email(), page.name()));
        parts.setSubject(page.subject());
        parts.setText(
                templates.process("letter/letter.txt", words).strip() + "\n",
                templates.process("letter/letter", words));
        byte[] calendar = content.calendar();
        if (calendar != null) {
            parts.addAttachment(
                    "boucle.ics", new ByteArrayResource(calendar), "text/calendar; charset=UTF-8; method=PUBLISH");
        }
        message.setHeader("Auto-Submitted", "auto-generated");
        // The same for each try: a server or a reader may know it again.
        message.setHeader("Message-ID", "<" + letter.id() + "@" + domain() + ">");
        return message;
    }

    private static String why(Letter letter, Addressee to) {
        return LetterKind.LINKS.contains(letter.kind())
                ? "mail.why.link"
                : to.person() == null ? "mail.why.contact" : "mail.why.person";
    }

    private String domain() {
        return sender.getAddress().substring(sender.getAddress().indexOf('@') + 1);
    }

    private String say(Locale locale, Letter letter, String part, Object... facts) {
        return say(locale, "mail." + letter.kind() + "." + part, facts);
    }

    private String say(Locale locale, String key, Object... facts) {
        return messages.getMessage(key, facts, locale);
    }

    private static InternetAddress named(String address, String name) throws MessagingException {
        try {
            InternetAddress named = new InternetAddress(address, name, StandardCharsets.UTF_8.name());
            named.validate();
            return named;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java has UTF-8", e);
        }
    }

    /** Control and format characters, line ends among them, have no place in a header. */
    static String oneLine(String text) {
        String clean = text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ")
                .replaceAll(" {2,}", " ")
                .strip();
        return clean.length() > LONGEST_IN_A_HEADER ? clean.substring(0, LONGEST_IN_A_HEADER) : clean;
    }
}

package eu.boucle.notification;

import eu.boucle.identity.Addressee;
import eu.boucle.identity.Addressees;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Takes the letters that are due in hand, one after the other, and sends them; each node does. No transaction is open
 * while the mail server is spoken to. What was sent and could not be noted as sent is sent again, under the same message
 * id.
 */
@Component
@WhereMailIsSet
class MailRound {

    private static final Logger LOG = LoggerFactory.getLogger(MailRound.class);
    private static final int MOST_OF_ONE_ROUND = 500;
    private static final int LONGEST_WORD = 120;
    private static final Pattern CODE = Pattern.compile("^\\s*([245]\\d\\d)\\b");

    private final Letters letters;
    private final Addressees addressees;
    private final Map<LetterKind, LetterWriter> writers = new EnumMap<>(LetterKind.class);
    private final LetterPress press;
    private final JavaMailSender mail;
    private final Clock clock;
    private final ReentrantLock one = new ReentrantLock();

    MailRound(
            Letters letters,
            Addressees addressees,
            List<LetterWriter> writers,
            LetterPress press,
            JavaMailSender mail,
            Clock clock) {
        this.letters = letters;
        this.addressees = addressees;
        writers.forEach(writer -> writer.kinds().forEach(kind -> this.writers.put(kind, writer)));
        this.press = press;
        this.mail = mail;
        this.clock = clock;
    }

    /** At a fixed rate, so that a slow mail server holds up nothing else that this node does by the clock. */
    @Scheduled(fixedRateString = "${boucle.mail.every}", initialDelayString = "${boucle.mail.every}")
    void go() {
        if (!one.tryLock()) {
            return;
        }
        try {
            for (int sent = 0; sent < MOST_OF_ONE_ROUND; sent++) {
                Optional<Letter> letter = letters.take(clock.instant());
                if (letter.isEmpty()) {
                    return;
                }
                deal(letter.get());
            }
        } finally {
            one.unlock();
        }
    }

    private void deal(Letter letter) {
        if (letter.tries() > Letters.MOST_TRIES) {
            // Nodes died with it in hand, again and again.
            letters.postpone(letter, "HELD", clock.instant());
            return;
        }
        try {
            Optional<MimeMessage> message = message(letter);
            if (message.isPresent()) {
                mail.send(message.get());
            }
            letters.settle(letter, message.isPresent() ? LetterState.SENT : LetterState.DROPPED, clock.instant());
        } catch (MessagingException | RuntimeException e) {
            String problem = problem(e);
            LOG.warn("Letter {} of kind {} did not leave: {}", letter.id(), letter.kind(), problem);
            letters.postpone(letter, problem, clock.instant());
        }
    }

    private Optional<MimeMessage> message(Letter letter) throws MessagingException {
        Optional<Addressee> to = addressee(letter);
        if (to.isEmpty()) {
            return Optional.empty();
        }
        Optional<Content> content =
                Objects.requireNonNull(writers.get(letter.kind())).write(letter, to.get());
        return content.isEmpty() ? Optional.empty() : Optional.of(press.press(letter, to.get(), content.get()));
    }

    /** Who is disabled, no longer a contact, or wants no letters any more is told nothing. */
    private Optional<Addressee> addressee(Letter letter) {
        Optional<Addressee> found = letter.person() == null
                ? addressees.contact(letter.organisation(), Objects.requireNonNull(letter.contact()))
                : addressees.person(letter.person());
        return found.filter(one -> one.told() || LetterKind.LINKS.contains(letter.kind()));
    }

    /** The kind of the innermost cause and the server's number: its sentences hold addresses. */
    private static String problem(Exception e) {
        Throwable cause = e;
        while (next(cause) instanceof Throwable inner && inner != cause) {
            cause = inner;
        }
        Matcher code = CODE.matcher(Objects.requireNonNullElse(cause.getMessage(), ""));
        String word = cause.getClass().getSimpleName() + (code.find() ? " " + code.group(1) : "");
        return word.length() > LONGEST_WORD ? word.substring(0, LONGEST_WORD) : word;
    }

    private static @Nullable Throwable next(Throwable e) {
        if (e instanceof MailSendException sending && sending.getMessageExceptions().length > 0) {
            return sending.getMessageExceptions()[0];
        }
        return e.getCause();
    }
}

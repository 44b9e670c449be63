package eu.boucle.notification;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A real mail server on this machine, which may be switched off and on. */
final class Mailbox {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(freePort(), "127.0.0.1", "smtp"));

    private Mailbox() {}

    /** Tells an application under test to send its letters here, and only when asked. */
    static void connect(DynamicPropertyRegistry settings) {
        open();
        settings.add("spring.mail.host", () -> "127.0.0.1");
        settings.add("spring.mail.port", () -> SERVER.getSmtp().getServerSetup().getPort());
        settings.add("boucle.mail.from", () -> "boucle@hosting.example");
        settings.add("boucle.mail.every", () -> "PT10H");
        settings.add("boucle.public-address", () -> "https://boucle.hosting.example");
    }

    static synchronized void open() {
        if (!SERVER.isRunning()) {
            SERVER.start();
        }
    }

    static synchronized void close() {
        SERVER.stop();
    }

    /** What came in for this address, oldest first. */
    static List<MimeMessage> of(String address) {
        return Arrays.stream(SERVER.getReceivedMessages())
                .filter(message -> recipients(message).contains(address.toLowerCase(Locale.ROOT)))
                .toList();
    }

    static List<String> recipients(MimeMessage message) {
        try {
            return Arrays.stream(message.getRecipients(RecipientType.TO))
                    .map(Address::toString)
                    .map(one -> one.replaceAll("(?s).*<(.*)>", "$1").toLowerCase(Locale.ROOT))
                    .toList();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The first part of this kind, as its reader sees it. */
    static String text(Part part, String kind) {
        try {
            if (part.isMimeType(kind)) {
                Object content = part.getContent();
                return content instanceof String words
                        ? words
                        : new String(part.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            }
            if (part.isMimeType("multipart/*")) {
                Multipart parts = (Multipart) part.getContent();
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart one = parts.getBodyPart(i);
                    String found = text(one, kind);
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
            return "";
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String header(MimeMessage message, String name) {
        try {
            String[] found = message.getHeader(name);
            return found == null ? "" : String.join("|", found);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

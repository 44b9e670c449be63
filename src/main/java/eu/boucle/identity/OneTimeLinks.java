package eu.boucle.identity;

import eu.boucle.identity.AccountEvent.LinkDrawn;
import eu.boucle.identity.LinkToSend.Purpose;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends people the one-time links with which they choose a password; without mail, hands them to the administrator. */
@Service
@Transactional
public class OneTimeLinks {

    private final Accounts accounts;
    private final AccountStamps stamps;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final String publicAddress;
    private final @Nullable LinkCourier courier;

    OneTimeLinks(
            Accounts accounts,
            AccountStamps stamps,
            ApplicationEventPublisher events,
            Clock clock,
            @Value("${boucle.public-address}") String publicAddress,
            ObjectProvider<LinkCourier> courier) {
        this.accounts = accounts;
        this.stamps = stamps;
        this.events = events;
        this.clock = clock;
        this.publicAddress = publicAddress;
        this.courier = courier.getIfAvailable();
    }

    /** Whether links leave by mail. */
    public boolean mails() {
        return courier != null;
    }

    /**
     * A link on its way.
     *
     * @param address to be shown once to the administrator; absent when it leaves by mail
     */
    public record Sent(String email, @Nullable String address, Instant expires) {

        /** Keeps the link out of logs. */
        @Override
        public String toString() {
            return "Sent[]";
        }
    }

    Sent send(AccountView account, Purpose purpose, Actor by) {
        LinkToSend link = draw(account, purpose);
        events.publishEvent(new LinkDrawn(account.person(), stamps.by(by), purpose));
        return new Sent(account.email(), mails() ? null : link.address(), link.expires());
    }

    /**
     * Somebody says to have forgotten her password. Nothing tells the caller whether the account exists; without mail, or
     * for a disabled account, nothing happens.
     */
    public void forgotten(String email) {
        Optional<AccountView> account = accounts.byEmail(email).filter(AccountView::enabled);
        if (mails() && account.isPresent()) {
            draw(account.get(), Purpose.FORGOTTEN_PASSWORD);
            events.publishEvent(new LinkDrawn(account.get().person(), stamps.byVisitor(), Purpose.FORGOTTEN_PASSWORD));
        }
    }

    private LinkToSend draw(AccountView account, Purpose purpose) {
        Duration valid = valid(purpose);
        String secret = accounts.oneTimeLink(account.person(), valid);
        LinkToSend link = new LinkToSend(
                account.person(),
                account.email(),
                account.name(),
                account.language(),
                purpose,
                publicAddress + "/welcome/" + secret,
                clock.instant().plus(valid));
        if (courier != null) {
            courier.carry(link);
        }
        return link;
    }

    private static Duration valid(Purpose purpose) {
        return switch (purpose) {
            case INVITATION -> Duration.ofDays(7);
            case NEW_PASSWORD -> Duration.ofDays(1);
            case FORGOTTEN_PASSWORD -> Duration.ofHours(1);
        };
    }
}

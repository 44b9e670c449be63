package eu.boucle.identity;

import eu.boucle.identity.AccountEvent.PersonDisabled;
import eu.boucle.identity.AccountEvent.PersonEnabled;
import eu.boucle.identity.AccountEvent.PersonInvited;
import eu.boucle.identity.AccountEvent.PersonRolesChanged;
import eu.boucle.identity.AccountEvent.PersonSignedOut;
import eu.boucle.identity.LinkToSend.Purpose;
import eu.boucle.identity.OneTimeLinks.Sent;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.StateForbids;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What administrators do with people: invite, give roles and organisations, shut out and let in again. There is always
 * an active administrator left, however many act at once.
 */
@Service
@Transactional
public class People {

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final OneTimeLinks links;
    private final AccountStamps stamps;
    private final ApplicationEventPublisher events;

    People(
            JdbcClient jdbc,
            Accounts accounts,
            OneTimeLinks links,
            AccountStamps stamps,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.links = links;
        this.stamps = stamps;
        this.events = events;
    }

    /** Somebody invited, and the link that is on its way. */
    public record Invited(UUID person, Sent link) {}

    /**
     * @throws Invalid naming what is wrong with address, name, roles or organisations
     * @throws StateForbids {@code EMAIL_TAKEN}
     */
    public Invited invite(InvitePerson command, Actor by) {
        by.require(Role.ADMIN);
        checkSide(command.roles(), command.organisations());
        AccountView account = accounts.open(new OpenAccount(
                command.email(), command.name(), null, command.roles(), command.organisations(), command.language()));
        events.publishEvent(
                new PersonInvited(account.person(), stamps.by(by), command.roles(), command.organisations()));
        return new Invited(account.person(), links.send(account, Purpose.INVITATION, by));
    }

    /**
     * Another link: an invitation to who has no password yet, to others for a new one. Earlier links are over; the present
     * password stays good until another one is chosen.
     *
     * @throws StateForbids {@code PERSON_DISABLED}
     */
    public Sent sendLink(UUID person, Actor by) {
        by.require(Role.ADMIN);
        AccountView account = account(person);
        if (!account.enabled()) {
            throw new StateForbids("PERSON_DISABLED");
        }
        return links.send(account, account.passwordHash() == null ? Purpose.INVITATION : Purpose.NEW_PASSWORD, by);
    }

    /**
     * Gives these roles in these organisations in place of those held.
     *
     * @throws Invalid naming what does not go together
     * @throws StateForbids {@code LAST_ADMIN}
     */
    public void changeRights(UUID person, Set<Role> roles, Set<OrganisationId> organisations, Actor by) {
        by.require(Role.ADMIN);
        checkSide(roles, organisations);
        lockAdministrators();
        AccountView account = account(person);
        if (account.roles().equals(roles) && account.organisations().equals(organisations)) {
            return;
        }
        if (!roles.contains(Role.ADMIN)) {
            keepOneAdministrator(account);
        }
        accounts.give(person, roles, organisations);
        events.publishEvent(new PersonRolesChanged(person, stamps.by(by), roles, organisations));
    }

    /**
     * Shuts the person out at once: sessions end, links and API tokens stop working. Nothing of hers is lost.
     *
     * @throws StateForbids {@code LAST_ADMIN}
     */
    public void disable(UUID person, Actor by) {
        by.require(Role.ADMIN);
        lockAdministrators();
        AccountView account = account(person);
        if (account.enabled()) {
            keepOneAdministrator(account);
            accounts.enable(person, false);
            accounts.endLinks(person);
            events.publishEvent(new PersonDisabled(person, stamps.by(by)));
        }
    }

    /** Lets the person in again, with the password and tokens that she had. */
    public void enable(UUID person, Actor by) {
        by.require(Role.ADMIN);
        if (!account(person).enabled()) {
            accounts.enable(person, true);
            events.publishEvent(new PersonEnabled(person, stamps.by(by)));
        }
    }

    /** Ends all sessions of a person: by an administrator, or one's own. */
    public void signOutEverywhere(UUID person, Actor by) {
        if (!person.equals(by.person())) {
            by.require(Role.ADMIN);
        }
        account(person);
        events.publishEvent(new PersonSignedOut(person, stamps.by(by)));
    }

    private AccountView account(UUID person) {
        return accounts.byPerson(person).orElseThrow(NotFound::new);
    }

    /** Two administrators who shut each other out at the same moment come one after the other. */
    private void lockAdministrators() {
        jdbc.sql("select person_id from person_role where role = 'ADMIN' order by person_id for update")
                .query(UUID.class)
                .list();
    }

    private void keepOneAdministrator(AccountView account) {
        boolean active = account.roles().contains(Role.ADMIN) && account.enabled() && account.passwordHash() != null;
        if (active
                && jdbc.sql("select count(*) from person p join person_role r on r.person_id = p.id"
                                        + " where r.role = 'ADMIN' and p.enabled and p.password_hash is not null"
                                        + " and p.id <> ?")
                                .param(account.person())
                                .query(Long.class)
                                .single()
                        == 0) {
            throw new StateForbids("LAST_ADMIN");
        }
    }

    /** All roles of one person stand on one side, in organisations of that side: clients', the host's or the partners'. */
    private void checkSide(Set<Role> roles, Set<OrganisationId> organisations) {
        if (roles.isEmpty()) {
            throw Invalid.field("roles", "ROLE_MISSING", null);
        }
        Set<OrganisationKind> sides = EnumSet.noneOf(OrganisationKind.class);
        roles.forEach(role -> sides.add(role.side()));
        if (sides.size() > 1) {
            throw Invalid.field("roles", "ROLES_OF_TWO_SIDES", null);
        }
        OrganisationKind side = sides.iterator().next();
        if (organisations.isEmpty()) {
            throw Invalid.field("organisations", "PERSON_WITHOUT_ORGANISATION", null, side);
        }
        List<OrganisationKind> kinds = jdbc.sql(
                        "select kind from organisation where id in (:ids) and archived_at is null")
                .param("ids", organisations.stream().map(OrganisationId::value).toList())
                .query((row, number) -> OrganisationKind.valueOf(row.getString("kind")))
                .list();
        if (kinds.size() != organisations.size()) {
            throw Invalid.field("organisations", "ORGANISATION_UNKNOWN", null);
        }
        if (kinds.stream().anyMatch(kind -> kind != side)) {
            throw Invalid.field("organisations", "ORGANISATION_OF_OTHER_SIDE", null, side);
        }
    }
}

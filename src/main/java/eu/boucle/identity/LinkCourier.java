package eu.boucle.identity;

/**
 * Carries one-time links to their people: for a room that sends letters. Called in the transaction that drew the link,
 * so what is carried is kept or lost with it. Where there is no courier, links are shown to the administrator, once.
 */
public interface LinkCourier {

    void carry(LinkToSend link);
}

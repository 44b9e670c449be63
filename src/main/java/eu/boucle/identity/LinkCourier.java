package eu.boucle.identity;

/**
 * Carries one-time links to their people: for a room that sends letters. Called in the transaction of whoever asked, so
 * what is carried is kept or lost with it. The link itself is drawn by {@link OneTimeLinks#draw} when its letter leaves:
 * until then there is no secret to keep. Where there is no courier, links are shown to the administrator, once.
 */
public interface LinkCourier {

    void carry(LinkToSend link);
}

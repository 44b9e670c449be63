package eu.boucle.asset;

import java.util.Map;

/**
 * A request's assets and media, counted in the database: what gateways, timelines and lists ask.
 *
 * @param media every medium by status
 * @param undecided media that still wait for evidence or a decision, of assets not withdrawn
 * @param entrusted media travelling with their asset to the partner
 * @param unclassified assets whose category or code a person must still say
 * @param loadable assets present (TAGGED, or come back REFUSED), CLEARED or SEALED, on no run
 */
public record LotStanding(
        int assets,
        Map<AssetState, Integer> states,
        Map<MediumStatus, Integer> media,
        int undecided,
        int entrusted,
        int unclassified,
        int loadable,
        int lossesAccepted) {

    public int in(AssetState state) {
        return states.getOrDefault(state, 0);
    }

    public int media(MediumStatus status) {
        return media.getOrDefault(status, 0);
    }

    public int mediaTotal() {
        return media.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Nothing is left to find and label. */
    public boolean tagged() {
        return in(AssetState.DECLARED) == 0;
    }

    public boolean mediaDecided() {
        return undecided == 0;
    }
}

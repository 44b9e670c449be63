package eu.boucle.web.scan;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.LotStanding;
import eu.boucle.custody.RoundMode;
import eu.boucle.custody.RoundSummary;
import eu.boucle.custody.ScanRounds;
import eu.boucle.identity.Role;
import eu.boucle.shared.RequestId;
import eu.boucle.web.Frame;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** The scan rounds of a request, for the part of its page that storekeepers see: {@code ${@requestRounds…}}. */
@Component("requestRounds")
public class RequestRounds {

    private final ScanRounds rounds;
    private final AssetRegister assets;
    private final Frame frame;

    RequestRounds(ScanRounds rounds, AssetRegister assets, Frame frame) {
        this.rounds = rounds;
        this.assets = assets;
        this.frame = frame;
    }

    public boolean shown() {
        return frame.actor() != null && frame.actor().is(Role.WAREHOUSE);
    }

    public List<RoundSummary> of(RequestId request) {
        return rounds.about(request.value());
    }

    /** How many items the partner refused that are not back yet: the intake is then about them. */
    public int refused(RequestId request) {
        return assets.standing(request).in(AssetState.REFUSED);
    }

    /** What may be opened now: a round of each kind that has something to look for and is not open yet. */
    public List<RoundMode> openable(RequestId request) {
        LotStanding standing = assets.standing(request);
        int declared = standing.in(AssetState.DECLARED);
        int present = declared + standing.in(AssetState.TAGGED);
        List<RoundMode> modes = new ArrayList<>();
        if (declared > 0) {
            modes.add(RoundMode.TAGGING);
        }
        if (present > 0 || refused(request) > 0) {
            modes.add(RoundMode.INTAKE);
        }
        if (present > 0) {
            modes.add(RoundMode.CONTROL);
        }
        rounds.about(request.value()).stream()
                .filter(RoundSummary::open)
                .map(RoundSummary::mode)
                .forEach(modes::remove);
        return modes;
    }
}

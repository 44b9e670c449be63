package eu.boucle.certificate;

import eu.boucle.document.PaperContent.Section;
import eu.boucle.pickup.Handover;
import eu.boucle.pickup.HandoverCorrection;
import eu.boucle.pickup.RunView;
import eu.boucle.pickup.RunView.ManifestLine;
import eu.boucle.scancode.AssetTag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the counter-signed notes of a run correct, on the take-back note of one of its requests: of items only its own
 * are named.
 */
final class TakeBackCorrections {

    private TakeBackCorrections() {}

    static List<Map<String, Object>> data(Dossier dossier, RunView run) {
        return dossier.corrections(run).stream()
                .map(note -> DraftParts.row(
                        "number", note.number(),
                        "reason", note.reason(),
                        "driver", Objects.toString(note.driverName(), ""),
                        "plate", Objects.toString(note.plate(), ""),
                        "handedOverAt", Objects.toString(note.handedOverAt(), ""),
                        "seals", note.seals() == null ? List.of() : note.seals(),
                        "slips",
                                note.slips().stream().map(Handover.Slip::number).toList(),
                        "notLeft", ours(note.notLeft(), dossier, run),
                        "unlisted", oursOfAll(note.unlisted(), dossier),
                        "writtenBy", note.writtenName(),
                        "writtenAt", note.writtenAt().toString(),
                        "countersignedBy", Objects.toString(note.answeredName(), ""),
                        "countersignedAt", Objects.toString(note.answeredAt(), "")))
                .toList();
    }

    static Optional<Section> section(Dossier dossier, RunView run, Wording wording) {
        List<HandoverCorrection> notes = dossier.corrections(run);
        if (notes.isEmpty()) {
            return Optional.empty();
        }
        List<String> sentences = new ArrayList<>();
        for (HandoverCorrection note : notes) {
            Instant written = note.writtenAt();
            Instant signed = Objects.requireNonNull(note.answeredAt());
            sentences.add(wording.say(
                    "takeBack.correction",
                    note.number(),
                    note.writtenName(),
                    wording.day(written),
                    wording.hour(written),
                    Objects.toString(note.answeredName(), "–"),
                    wording.day(signed),
                    wording.hour(signed),
                    note.reason()));
            corrected(note, dossier, run, wording, sentences);
        }
        return Optional.of(new Section(wording.say("takeBack.corrections"), sentences, List.of(), List.of()));
    }

    private static void corrected(
            HandoverCorrection note, Dossier dossier, RunView run, Wording wording, List<String> sentences) {
        if (note.driverName() != null) {
            sentences.add(wording.say("takeBack.correction.driver", note.driverName()));
        }
        if (note.plate() != null) {
            sentences.add(wording.say("takeBack.correction.plate", note.plate()));
        }
        if (note.handedOverAt() != null) {
            sentences.add(wording.say(
                    "takeBack.correction.hour", wording.day(note.handedOverAt()), wording.hour(note.handedOverAt())));
        }
        if (note.seals() != null) {
            sentences.add(wording.say("takeBack.correction.seals", String.join(", ", note.seals())));
        }
        note.slips()
                .forEach(slip ->
                        sentences.add(wording.say("takeBack.correction.slip", slip.wasteCode(), slip.number())));
        List<String> notLeft = ours(note.notLeft(), dossier, run);
        if (!notLeft.isEmpty()) {
            sentences.add(wording.say("takeBack.correction.notLeft", String.join(", ", notLeft)));
        }
        List<String> unlisted = oursOfAll(note.unlisted(), dossier);
        if (!unlisted.isEmpty()) {
            sentences.add(wording.say("takeBack.correction.unlisted", String.join(", ", unlisted)));
        }
    }

    private static List<String> ours(List<AssetTag> tags, Dossier dossier, RunView run) {
        Set<AssetTag> own = dossier.lines(run).stream().map(ManifestLine::tag).collect(Collectors.toSet());
        return tags.stream().filter(own::contains).map(AssetTag::value).toList();
    }

    private static List<String> oursOfAll(List<AssetTag> tags, Dossier dossier) {
        Set<AssetTag> own = dossier.assets().stream().map(asset -> asset.tag()).collect(Collectors.toSet());
        return tags.stream().filter(own::contains).map(AssetTag::value).toList();
    }
}

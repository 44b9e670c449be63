package eu.boucle.web.item;

import eu.boucle.asset.AssetMoved;
import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.MediumId;
import eu.boucle.asset.MediumStatus;
import eu.boucle.asset.MediumView;
import eu.boucle.certificate.CertificateVault;
import eu.boucle.certificate.CertificateView;
import eu.boucle.custody.ScanRounds;
import eu.boucle.identity.Accounts;
import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.sanitization.EvidenceDesk;
import eu.boucle.sanitization.EvidenceView;
import eu.boucle.web.When;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Everything that happened to an item, from all the rooms that know of it, in order. */
@Component
class ItemStory {

    private static final Set<String> OF_A_SCAN = Set.of("tag", "untag", "load", "unload");
    private static final Set<String> BAD = Set.of("missing", "refuse", "acceptLoss");

    private final AssetRegister register;
    private final ScanRounds rounds;
    private final EvidenceDesk evidence;
    private final CertificateVault certificates;
    private final ItemQuestions questions;
    private final Accounts accounts;
    private final MessageSource messages;
    private final When when;

    ItemStory(
            AssetRegister register,
            ScanRounds rounds,
            EvidenceDesk evidence,
            CertificateVault certificates,
            ItemQuestions questions,
            Accounts accounts,
            MessageSource messages,
            When when) {
        this.register = register;
        this.rounds = rounds;
        this.evidence = evidence;
        this.certificates = certificates;
        this.questions = questions;
        this.accounts = accounts;
        this.messages = messages;
        this.when = when;
    }

    List<Happening> of(AssetView asset, Actor reader) {
        List<AssetMoved> moves = register.history(asset.id());
        List<ScanRounds.ScanRecord> scans = rounds.scansOf(asset.id());
        List<EvidenceView> proofs = asset.media().stream()
                .flatMap(medium -> evidence.evidenceOf(medium.id()).stream())
                .toList();
        Map<UUID, String> names = names(moves, scans, proofs);
        Map<MediumId, String> media = new HashMap<>();
        asset.media().forEach(medium -> media.put(medium.id(), name(medium)));
        List<Happening> story = new ArrayList<>();
        moves.stream()
                .filter(move -> !toldByAScan(move, scans))
                .forEach(move -> story.add(moved(move, proofs, media, names)));
        scans.forEach(scan -> story.add(scanned(scan, names)));
        proofs.forEach(proof -> story.add(proven(proof, media, names)));
        certificates.ofRequest(asset.request()).forEach(certificate -> story.add(issued(certificate, reader)));
        story.addAll(questions.told(asset));
        story.sort(Comparator.comparing(Happening::at));
        return story;
    }

    private Map<UUID, String> names(
            List<AssetMoved> moves, List<ScanRounds.ScanRecord> scans, List<EvidenceView> proofs) {
        Set<UUID> people = new HashSet<>();
        Stream.of(
                        moves.stream().map(AssetMoved::by),
                        scans.stream().map(ScanRounds.ScanRecord::by),
                        proofs.stream().flatMap(proof -> Stream.of(proof.performer(), proof.validator())))
                .flatMap(some -> some)
                .filter(Objects::nonNull)
                .forEach(people::add);
        return accounts.names(people);
    }

    /** A scan says the same with both its times. */
    private static boolean toldByAScan(AssetMoved move, List<ScanRounds.ScanRecord> scans) {
        return OF_A_SCAN.contains(move.verb())
                && scans.stream().anyMatch(scan -> scan.heardAt().equals(move.at()));
    }

    /** Its id or hash is for machines: the evidence has a line of its own. */
    private static boolean namesEvidence(AssetMoved move, List<EvidenceView> proofs) {
        return proofs.stream()
                .anyMatch(proof -> move.note().endsWith(proof.id().toString())
                        || (!proof.sha256().isEmpty() && move.note().endsWith(proof.sha256())));
    }

    private Happening moved(
            AssetMoved move, List<EvidenceView> proofs, Map<MediumId, String> media, Map<UUID, String> names) {
        MediumId medium = move.medium();
        String named = medium == null ? "" : media.getOrDefault(medium, say("item.medium.unnamed"));
        String verb =
                medium != null && (BAD.contains(move.verb()) || move.verb().equals("found"))
                        ? "move.medium." + move.verb()
                        : "move." + move.verb();
        boolean bad = BAD.contains(move.verb()) || move.to().equals(MediumStatus.FAILED.name());
        return new Happening(
                bad ? "stop" : "done",
                sayOr(verb, move.verb(), word(move), named),
                move.at(),
                name(names, move.by()),
                move.note().isEmpty() || namesEvidence(move, proofs) ? null : note(move),
                null);
    }

    /** Instructions are kept in the words of the trade and told in the reader's. */
    private String note(AssetMoved move) {
        return move.verb().equals("amendData")
                ? Arrays.stream(move.note().split(" → ")).map(this::instruction).collect(Collectors.joining(" → "))
                : move.note();
    }

    private String instruction(String words) {
        String[] parts = words.split(" ");
        return parts.length != 3
                ? words
                : say("DataAction." + parts[0]) + " · " + say("DataPlace." + parts[1]) + " · "
                        + say("SanitizationLevel." + parts[2]);
    }

    /** What it became, in words where the verb has a word for it. */
    private String word(AssetMoved move) {
        String enumeration = switch (move.verb()) {
            case "clear" -> "Clearance.";
            case "settleKind" -> "MediumKind.";
            case "medium", "returned" -> "MediumStatus.";
            default -> "AssetState.";
        };
        String word = messages.getMessage(enumeration + move.to(), null, move.to(), LocaleContextHolder.getLocale());
        return word == null ? move.to() : word;
    }

    private Happening scanned(ScanRounds.ScanRecord scan, Map<UUID, String> names) {
        boolean good = scan.answer().equals("ACCEPTED") || scan.answer().equals("ALREADY_SCANNED");
        String said = sayOr("item.scan." + scan.answer(), say("ScanAnswer." + scan.answer()));
        String mode = say("RoundMode." + scan.mode().name());
        boolean late = scan.heardAt().isAfter(scan.happenedAt().plusSeconds(60));
        String heard = late ? say("item.scan.heard", when.dayTime(scan.heardAt())) : "";
        String detail = Stream.of(scan.reference(), heard, scan.undone() ? say("item.scan.undone") : "")
                .filter(part -> !part.isEmpty())
                .reduce((a, b) -> a + " · " + b)
                .orElse(null);
        return new Happening(
                good ? "done" : "stop",
                say("item.scan", mode, said),
                scan.happenedAt(),
                name(names, scan.by()),
                detail,
                null);
    }

    private Happening proven(EvidenceView proof, Map<MediumId, String> media, Map<UUID, String> names) {
        String kind = say("item.evidence." + proof.kind(), media.getOrDefault(proof.medium(), ""));
        List<String> parts = new ArrayList<>();
        parts.add(sayOr("paper.technique." + proof.technique(), proof.technique()));
        parts.add((proof.tool() + " " + proof.toolVersion()).strip());
        if (proof.level() != null) {
            parts.add(say("SanitizationLevel." + proof.level().name()));
        }
        parts.add(sayOr("Verdict." + proof.result(), proof.result()));
        if (proof.validator() != null) {
            parts.add(say("item.evidence.validated", name(names, proof.validator())));
        }
        parts.add(proof.detail());
        if (!proof.sha256().isEmpty()) {
            parts.add("SHA-256 "
                    + proof.sha256().substring(0, Math.min(12, proof.sha256().length())) + "…");
        }
        parts.removeIf(String::isBlank);
        return new Happening(
                "FAILED".equals(proof.result()) ? "stop" : "done",
                kind,
                proof.recordedAt(),
                name(names, proof.performer()),
                String.join(" · ", parts),
                null);
    }

    private Happening issued(CertificateView certificate, Actor reader) {
        boolean mayOpen = reader.is(Role.CLIENT) || reader.is(Role.COMPLIANCE);
        return new Happening(
                "done",
                say(
                        "item.certificate",
                        say("CertificateType." + certificate.type().name()),
                        certificate.number()),
                certificate.issuedAt(),
                "Boucle",
                null,
                mayOpen ? "/certificates/" + certificate.number() : null);
    }

    private String name(MediumView medium) {
        return medium.serial() == null
                ? say(
                        medium.unnamed()
                                ? "item.medium.unnamed"
                                : "MediumKind." + medium.kind().name())
                : medium.serial().raw();
    }

    private String name(Map<UUID, String> names, @Nullable UUID person) {
        return person == null ? "Boucle" : names.getOrDefault(person, say("item.somebody"));
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private String sayOr(String key, String otherwise, Object... arguments) {
        String said = messages.getMessage(key, arguments, otherwise, LocaleContextHolder.getLocale());
        return said == null ? otherwise : said;
    }
}

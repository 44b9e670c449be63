package eu.boucle.sanitization;

import eu.boucle.asset.MediumView;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.Problem;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Whether a destruction as recorded is one: method, group of the medium, level for the data's protection class, size of particles. */
@Component
class DestructionCheck {

    private static final Set<String> ENOUGH = Set.of("SHRED", "DISINTEGRATE", "INCINERATE", "MELT");
    private static final Set<String> NEVER_ALONE = Set.of("CRUSH", "DEGAUSS");

    /** Nothing is left to measure. */
    private static final Set<String> WITHOUT_PARTICLES = Set.of("INCINERATE", "MELT");

    private final SanitizationTables table;
    private final EvidencePolicy policy;

    DestructionCheck(SanitizationTables table, EvidencePolicy policy) {
        this.table = table;
        this.policy = policy;
    }

    static String method(DestructionRecord command) {
        return command.method().strip().toUpperCase(Locale.ROOT);
    }

    /** The level as the norm writes it ({@code H-5}). @throws Invalid with everything wrong */
    String code(DestructionRecord command, MediumView medium, Instant now) {
        List<Problem> problems = new ArrayList<>();
        String method = method(command);
        if (NEVER_ALONE.contains(method)) {
            problems.add(new Problem("method", "METHOD_NOT_ENOUGH", method));
        } else if (!ENOUGH.contains(method)) {
            problems.add(new Problem("method", "METHOD_UNKNOWN", command.method()));
        }
        required("norm", "NORM_MISSING", command.norm(), 40, problems);
        required("machine", "MACHINE_MISSING", command.machine(), 80, problems);
        required("evidence", "PROOF_MISSING", command.evidence(), 500, problems);
        if (command.happenedAt().isAfter(now.plus(Duration.ofMinutes(5)))) {
            problems.add(new Problem(
                    "happenedAt", "IN_THE_FUTURE", command.happenedAt().toString()));
        }
        String group = command.group().strip().toUpperCase(Locale.ROOT);
        if (!groups(medium).contains(group)) {
            problems.add(
                    new Problem("group", "GROUP_WRONG", command.group(), List.of(String.join(", ", groups(medium)))));
        }
        level(command, group, WITHOUT_PARTICLES.contains(method), problems);
        if (!problems.isEmpty()) {
            throw new Invalid(problems);
        }
        return group + "-" + command.level();
    }

    private void level(DestructionRecord command, String group, boolean withoutParticles, List<Problem> problems) {
        SanitizationTables.DestructionLevel level =
                table.destructionLevel(group, command.level(), table.day(command.happenedAt()));
        if (level == null) {
            problems.add(new Problem("level", "DESTRUCTION_LEVEL_UNKNOWN", group + "-" + command.level()));
            return;
        }
        if (level.protectionClass() < policy.protectionClass()) {
            problems.add(new Problem("level", "LEVEL_TOO_LOW", level.code(), List.of(SanitizationLevel.DESTROY)));
        }
        BigDecimal particle = command.particleMm2();
        BigDecimal largest = level.largestMm2();
        if (largest == null || withoutParticles) {
            return;
        }
        if (particle == null || particle.signum() <= 0) {
            problems.add(new Problem(
                    "particleMm2", "PARTICLE_MISSING", null, List.of(level.code(), largest.toPlainString())));
        } else if (particle.compareTo(largest) > 0) {
            problems.add(new Problem(
                    "particleMm2",
                    "PARTICLE_TOO_LARGE",
                    particle.toPlainString(),
                    List.of(level.code(), largest.toPlainString())));
        }
    }

    /** ISO/IEC 21964-1: H hard disks, E electronic media, T magnetic tape. */
    private static List<String> groups(MediumView medium) {
        return switch (medium.kind()) {
            case HDD -> List.of("H");
            case SSD, NVME, FLASH, CONFIG, PHONE -> List.of("E");
            case TAPE -> List.of("T");
            case OTHER, UNKNOWN -> List.of("H", "E", "T");
        };
    }

    private static void required(String path, String code, String given, int longest, List<Problem> problems) {
        if (given.isBlank()) {
            problems.add(new Problem(path, code, null));
        } else if (given.strip().length() > longest) {
            problems.add(new Problem(path, "TOO_LONG", given, List.of(longest)));
        }
    }
}

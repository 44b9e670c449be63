package eu.boucle.sanitization;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Command: a medium was destroyed.
 *
 * @param method SHRED DISINTEGRATE INCINERATE MELT CRUSH DEGAUSS; the last two alone never make DESTROYED
 * @param group of ISO/IEC 21964: H, E, T, ...
 * @param level 1 to 7
 * @param particleMm2 largest particle, square millimetres
 * @param evidence reference of a photo, video or seal
 */
public record DestructionRecord(
        String method,
        String norm,
        String group,
        int level,
        @Nullable BigDecimal particleMm2,
        String machine,
        Instant happenedAt,
        String evidence) {}

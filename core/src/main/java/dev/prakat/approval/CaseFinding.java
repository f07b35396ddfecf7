package dev.prakat.approval;

import dev.prakat.spi.OfficerId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What screening found in what was submitted and did not block: it may stay if an approver says why. What was found is never
 * here in clear. Immutable.
 *
 * @param kind what it looks like, for example {@code MOBILE}
 * @param action {@code WARN}
 * @param place where, for example {@code body}
 * @param line the line, from 1
 * @param column the column in code points, from 1
 * @param masked its shape with every letter and digit hidden, or why an attachment could not be screened
 * @param waiver why it may stay, or null when nobody said so yet
 * @param waivedBy who said so, or null
 * @param waivedAt when, or null
 */
public record CaseFinding(
        String kind,
        String action,
        String place,
        int line,
        int column,
        String masked,
        @Nullable String waiver,
        @Nullable OfficerId waivedBy,
        @Nullable Instant waivedAt) {}

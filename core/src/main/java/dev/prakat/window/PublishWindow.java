package dev.prakat.window;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * From when until when something is public: half-open, {@code opens} belongs to it, {@code closes} does not. It has either an
 * end, or a reason to be permanent together with the day on which somebody looks again; nothing is ever silently permanent.
 * Days are whole days in Asia/Bangkok, whatever the zone of the machine. Immutable. Source: S001-R26, AMB-09, AMB-10.
 *
 * @param opens the first instant at which it is public
 * @param closes the first instant at which it is public no more; null when it is permanent
 * @param permanentReason why it has no end; null when it has one
 * @param reviewOn the day, in Asia/Bangkok, on which a permanent one is looked at again; null when it has an end
 */
public record PublishWindow(
        Instant opens,
        @Nullable Instant closes,
        @Nullable String permanentReason,
        @Nullable LocalDate reviewOn) {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    /**
     * Checks the window.
     *
     * @throws InvalidException INVALID_INPUT, with every finding, if it has neither an end nor a permanent reason with a
     *     review date, or has both, or ends before it begins, or is to be reviewed before it begins
     */
    public PublishWindow {
        List<Finding> findings = closes == null
                ? permanentFindings(opens, permanentReason, reviewOn)
                : endFindings(opens, closes, permanentReason, reviewOn);
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.INVALID_INPUT, "publish window", findings);
        }
    }

    /**
     * A window of whole days.
     *
     * @param from the first day, public from 00:00 Asia/Bangkok
     * @param until the last day, public to its very end; it closes at the next midnight
     * @return the window
     * @throws InvalidException INVALID_INPUT if {@code until} is before {@code from}
     */
    public static PublishWindow ofDates(LocalDate from, LocalDate until) {
        return of(startOf(from), startOf(until.plusDays(1)));
    }

    /**
     * A window of exact instants.
     *
     * @param opens the first instant at which it is public
     * @param closes the first instant at which it is public no more
     * @return the window
     * @throws InvalidException INVALID_INPUT if it does not close after it opens
     */
    public static PublishWindow of(Instant opens, Instant closes) {
        return new PublishWindow(opens, closes, null, null);
    }

    /**
     * A window without an end.
     *
     * @param opens the first instant at which it is public
     * @param reason why it has no end; not blank
     * @param reviewOn the day on which somebody looks again, in Asia/Bangkok; after the day on which it opens
     * @return the window
     * @throws InvalidException INVALID_INPUT if the reason is blank or the review date is not after the opening
     */
    public static PublishWindow permanent(Instant opens, String reason, LocalDate reviewOn) {
        return new PublishWindow(opens, null, reason, reviewOn);
    }

    /**
     * Whether it is public at an instant.
     *
     * @param instant the instant
     * @return true from {@code opens} on and before {@code closes}
     */
    public boolean contains(Instant instant) {
        return !instant.isBefore(opens) && !endedBy(instant);
    }

    /**
     * Whether its end has come.
     *
     * @param instant the instant
     * @return true from {@code closes} on; never for a permanent one
     */
    public boolean endedBy(Instant instant) {
        return closes != null && !instant.isBefore(closes);
    }

    /**
     * Whether it has no end.
     *
     * @return true when it is permanent, with a reason and a review date
     */
    public boolean isPermanent() {
        return closes == null;
    }

    /**
     * The last day on which it is public, to be printed. {@code closes} itself would print the day after.
     *
     * @return the day in Asia/Bangkok of the last millisecond, or empty when it is permanent
     */
    public Optional<LocalDate> lastDay() {
        return Optional.ofNullable(closes).map(end -> dayOf(end.minusMillis(1)));
    }

    private static List<Finding> endFindings(
            Instant opens, Instant closes, @Nullable String reason, @Nullable LocalDate reviewOn) {
        List<Finding> findings = new ArrayList<>();
        if (!closes.isAfter(opens)) {
            findings.add(new Finding(
                    "until",
                    "S001-R26",
                    "found the end " + closes + ", expected one after the beginning " + opens,
                    "give a later end or an earlier beginning"));
        }
        if (reason != null || reviewOn != null) {
            findings.add(new Finding(
                    "permanent",
                    "AMB-09",
                    "found an end and also a permanent reason or a review date, expected one of the two",
                    "give either an end, or a reason and a review date"));
        }
        return findings;
    }

    private static List<Finding> permanentFindings(
            Instant opens, @Nullable String reason, @Nullable LocalDate reviewOn) {
        List<Finding> findings = new ArrayList<>();
        if (reason == null || reason.isBlank()) {
            findings.add(new Finding(
                    "until",
                    "AMB-09",
                    "found neither an end nor a reason to be permanent, expected one of the two",
                    "give the last day, or say why it is permanent"));
        }
        if (reviewOn == null) {
            findings.add(new Finding(
                    "reviewOn",
                    "AMB-09",
                    "found no review date, expected one because the window has no end",
                    "give the day on which somebody looks at it again"));
        } else if (!reviewOn.isAfter(dayOf(opens))) {
            findings.add(new Finding(
                    "reviewOn",
                    "AMB-09",
                    "found the review date " + reviewOn + ", expected one after " + dayOf(opens),
                    "give a day after the one on which it opens"));
        }
        return findings;
    }

    private static Instant startOf(LocalDate day) {
        return day.atStartOfDay(BANGKOK).toInstant();
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, BANGKOK);
    }
}

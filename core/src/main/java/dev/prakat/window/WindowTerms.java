package dev.prakat.window;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How long content of a category may be public. Lengths count from the first day: one week from Monday ends on the next Sunday.
 * Days are days in Asia/Bangkok. Immutable. Source: AMB-09, AMB-10, AMB-12.
 *
 * @param defaultLength the length of a period that names no end; null when an end must be given
 * @param longest the longest period that may be asked for; null for any
 * @param permanentAllowed whether a period may have no end
 * @param reviewDays after how many days a permanent one is looked at again, at the latest
 * @param warnDays how many days before the end a warning is given, longest first
 * @param leavesAGap whether an end leaves a gap of completeness, because the category must have content
 */
public record WindowTerms(
        @Nullable Period defaultLength,
        @Nullable Period longest,
        boolean permanentAllowed,
        int reviewDays,
        List<Integer> warnDays,
        boolean leavesAGap) {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    /** Copies the list. */
    public WindowTerms {
        warnDays = List.copyOf(warnDays);
    }

    /**
     * The period that begins on a day when its author names no end.
     *
     * @param from the first day
     * @return the period of the default length
     * @throws InvalidException INVALID_INPUT if the category has no default length: nothing is ever silently permanent
     */
    public PublishWindow startingOn(LocalDate from) {
        if (defaultLength == null) {
            throw new InvalidException(
                    ProblemCode.INVALID_INPUT,
                    "publish window",
                    List.of(new Finding(
                            "until",
                            "AMB-09",
                            "found no end, and the category has no default length",
                            permanentAllowed
                                    ? "give the last day, or say why it is permanent"
                                    : "give the last day; content of this category is not permanent")));
        }
        return PublishWindow.ofDates(from, lastDay(from, defaultLength));
    }

    /**
     * A permanent period with the review date that these terms ask for.
     *
     * @param from the first day
     * @param reason why it has no end
     * @return the period; to be checked with {@link #findings}
     * @throws InvalidException INVALID_INPUT if the reason is blank
     */
    public PublishWindow permanentFrom(LocalDate from, String reason) {
        return PublishWindow.permanent(from.atStartOfDay(BANGKOK).toInstant(), reason, from.plusDays(reviewDays));
    }

    /**
     * What is wrong with a period.
     *
     * @param window the period
     * @return a finding for each term that it breaks; empty when it keeps all
     */
    public List<Finding> findings(PublishWindow window) {
        List<Finding> findings = new ArrayList<>();
        LocalDate from = dayOf(window.opens());
        Optional<LocalDate> last = window.lastDay();
        if (longest != null && last.isPresent() && last.get().isAfter(lastDay(from, longest))) {
            findings.add(new Finding(
                    "until",
                    "AMB-09",
                    "found the last day " + last.get() + ", expected one not after " + lastDay(from, longest),
                    "shorten the period; it can be renewed before it ends"));
        }
        if (window.isPermanent() && !permanentAllowed) {
            findings.add(new Finding(
                    "until", "AMB-09", "found a permanent period, expected one with an end", "give the last day"));
        }
        LocalDate review = window.reviewOn();
        if (review != null && review.isAfter(from.plusDays(reviewDays))) {
            findings.add(new Finding(
                    "reviewOn",
                    "AMB-09",
                    "found the review date " + review + ", expected one not after " + from.plusDays(reviewDays),
                    "look at it again earlier"));
        }
        return findings;
    }

    /**
     * What is wrong with a period that goes on with an agreed one, so that both begin together. Only what is asked for beyond the
     * agreed end is measured; the review date of a permanent one is measured from today.
     *
     * @param window the period
     * @param agreed the agreed period
     * @param today the day, in Asia/Bangkok, on which it is asked for
     * @return a finding for each term that it breaks; empty when it keeps all
     */
    public List<Finding> findings(PublishWindow window, PublishWindow agreed, LocalDate today) {
        Optional<LocalDate> last = window.lastDay();
        Optional<LocalDate> agreedLast = agreed.lastDay();
        if (last.isPresent() && agreedLast.isPresent()) {
            return last.get().isAfter(agreedLast.get()) ? renewal(agreedLast.get(), last.get()) : List.of();
        }
        LocalDate review = window.reviewOn();
        if (review != null && agreed.isPermanent() && permanentAllowed) {
            return review.isAfter(today.plusDays(reviewDays))
                    ? List.of(new Finding(
                            "reviewOn",
                            "AMB-09",
                            "found the review date " + review + ", expected one not after "
                                    + today.plusDays(reviewDays),
                            "look at it again earlier"))
                    : List.of();
        }
        return findings(window);
    }

    private List<Finding> renewal(LocalDate agreedLast, LocalDate until) {
        LocalDate latest = longest == null ? null : lastDay(agreedLast.plusDays(1), longest);
        return latest == null || !until.isAfter(latest)
                ? List.of()
                : List.of(new Finding(
                        "until",
                        "AMB-09",
                        "found the last day " + until + ", expected one not after " + latest,
                        "renew it for a shorter time"));
    }

    /**
     * The same content for longer. The new period is a new approval; it begins where the old one began, so that nothing blinks.
     *
     * @param window a period with an end
     * @param until the new last day
     * @return the longer period
     * @throws InvalidException INVALID_INPUT, with every finding, if the period is permanent, the new end is not after the
     *     old one, or the part from the old end on is longer than these terms allow
     */
    public PublishWindow renewed(PublishWindow window, LocalDate until) {
        List<Finding> findings = new ArrayList<>();
        LocalDate last = window.lastDay().orElse(LocalDate.MAX);
        if (!until.isAfter(last)) {
            findings.add(new Finding(
                    "until",
                    "AMB-09",
                    window.isPermanent()
                            ? "found a permanent period, which has no end to be put off"
                            : "found the last day " + until + ", expected one after " + last,
                    "give a later day, or leave the period as it is"));
        } else {
            findings.addAll(renewal(last, until));
        }
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.INVALID_INPUT, "renewal of a publish window", findings);
        }
        return PublishWindow.of(
                window.opens(), until.plusDays(1).atStartOfDay(BANGKOK).toInstant());
    }

    /**
     * When somebody is warned.
     *
     * @param window the period
     * @return the warnings, the earliest first; none that would come before the period opens
     */
    public List<ExpiryWarning> warnings(PublishWindow window) {
        LocalDate review = window.reviewOn();
        ExpiryWarning.Kind kind = review != null
                ? ExpiryWarning.Kind.REVIEW
                : leavesAGap ? ExpiryWarning.Kind.ENDS_AND_LEAVES_A_GAP : ExpiryWarning.Kind.ENDS;
        LocalDate last = review != null ? review : window.lastDay().orElseThrow();
        LocalDate opens = dayOf(window.opens());
        return warnDays.stream()
                .map(days -> new ExpiryWarning(days, last.minusDays(days), kind, last))
                .filter(warning -> !warning.on().isBefore(opens))
                .toList();
    }

    private static LocalDate lastDay(LocalDate from, Period length) {
        return from.plus(length).minusDays(1);
    }

    private static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, BANGKOK);
    }
}

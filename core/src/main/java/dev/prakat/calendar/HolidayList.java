package dev.prakat.calendar;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a list of holidays says of one place. Stateless. */
final class HolidayList {

    static final Comparator<Holiday> ORDER =
            Comparator.comparing(Holiday::date).thenComparing(Holiday::scope).thenComparing(Holiday::nameTh);

    private HolidayList() {}

    /** The holidays on which the office of a place is closed. */
    static Stream<Holiday> closing(List<Holiday> holidays, Scope scope) {
        return holidays.stream()
                .filter(scope::covers)
                .filter(holiday -> !holiday.kind().equals(Holiday.CANCELLED));
    }

    static Set<LocalDate> closed(List<Holiday> holidays, Scope scope) {
        return closing(holidays, scope).map(Holiday::date).collect(Collectors.toUnmodifiableSet());
    }

    /** Both lists, without what the second one cancels. */
    static List<Holiday> plus(List<Holiday> base, List<Holiday> own) {
        List<Holiday> all = new ArrayList<>(base);
        List<Finding> findings = new ArrayList<>();
        for (Holiday holiday : own) {
            if (!holiday.kind().equals(Holiday.CANCELLED)) {
                if (!all.contains(holiday)) {
                    all.add(holiday);
                }
            } else if (!all.removeIf(other -> sameDay(other, holiday))) {
                findings.add(new Finding(
                        holiday.date() + " " + holiday.scope(),
                        "HOLIDAYS",
                        "the agency's holidays cancel a holiday that is not there",
                        "correct the date or the scope, or delete the row"));
            }
        }
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.CONFIGURATION, "the agency's own holidays", findings);
        }
        return all;
    }

    static String version(List<Holiday> sorted, Scope scope) {
        MessageDigest digest = sha256();
        digest.update((scope + "\n").getBytes(StandardCharsets.UTF_8));
        for (Holiday holiday : sorted) {
            String line = String.join(
                    "\u001F",
                    holiday.date().toString(),
                    holiday.scope(),
                    holiday.kind(),
                    holiday.nameTh(),
                    holiday.nameEn(),
                    holiday.confidence(),
                    holiday.note());
            digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static boolean sameDay(Holiday one, Holiday other) {
        return one.date().equals(other.date()) && one.scope().equals(other.scope());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

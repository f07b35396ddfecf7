package dev.prakat.complaint;

import dev.prakat.policy.ComplaintPolicy;
import dev.prakat.policy.Named;
import dev.prakat.problem.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is wrong with a complaint as it is given, field by field. Immutable. Source: S004-R15 to S004-R20 */
final class ComplaintCheck {

    private static final Map<String, Integer> LONGEST =
            Map.of("first_name", 200, "surname", 200, "address", 1000, "telephone", 100, "matter", 4000);

    private final ComplaintPolicy policy;
    private final LocalDate today;
    private final Set<String> channels;
    private final Set<String> kinds;

    ComplaintCheck(ComplaintPolicy policy, LocalDate today) {
        this.policy = policy;
        this.today = today;
        this.channels = ids(policy.channels());
        this.kinds = ids(policy.conclusions());
    }

    private static Set<String> ids(List<Named> entries) {
        return entries.stream().map(Named::id).collect(Collectors.toUnmodifiableSet());
    }

    void complaint(NewComplaint complaint, Consumer<Finding> findings) {
        if (policy.units().find(complaint.unit()).isEmpty()) {
            findings.accept(new Finding(
                    "unit",
                    "S004-R22",
                    "the unit '" + complaint.unit() + "' is not among the units of the policy",
                    "correct it; nearest: " + policy.units().nearest(complaint.unit())));
        }
        if (!channels.contains(complaint.channel())) {
            findings.accept(new Finding(
                    "channel",
                    "S004-R15",
                    "found '" + complaint.channel() + "', expected one of "
                            + channels.stream().sorted().toList(),
                    "write one of them"));
        }
        notInTheFuture("received", complaint.received(), "S004-R20", findings);
        Complainant who = complaint.complainant();
        Map.of(
                        "first_name", who.firstName(),
                        "surname", who.surname(),
                        "address", who.address(),
                        "telephone", who.telephone(),
                        "matter", who.matter())
                .forEach((field, text) -> {
                    if (text.length() > LONGEST.getOrDefault(field, 0)) {
                        findings.accept(new Finding(
                                field,
                                "S004-R15",
                                "found " + text.length() + " characters, expected at most " + LONGEST.get(field),
                                "shorten it"));
                    }
                });
    }

    void conclusion(Conclusion conclusion, LocalDate received, Consumer<Finding> findings) {
        if (!kinds.contains(conclusion.kind())) {
            findings.accept(new Finding(
                    "conclusion",
                    "S004-R16",
                    "found '" + conclusion.kind() + "', expected one of "
                            + kinds.stream().sorted().toList(),
                    "write one of them"));
        }
        notInTheFuture("concluded", conclusion.concluded(), "S004-R20", findings);
        notBefore("concluded", conclusion.concluded(), received, "the day of receipt", findings);
        informed(conclusion.informed(), conclusion.concluded(), received, findings);
    }

    void informed(@Nullable LocalDate informed, LocalDate concluded, LocalDate received, Consumer<Finding> findings) {
        if (informed != null) {
            notInTheFuture("informed", informed, "S004-R20", findings);
            LocalDate first = concluded.isBefore(received) ? received : concluded;
            notBefore("informed", informed, first, "the day of the conclusion", findings);
        }
    }

    private void notInTheFuture(String field, LocalDate day, String rule, Consumer<Finding> findings) {
        if (day.isAfter(today)) {
            findings.accept(new Finding(
                    field,
                    rule,
                    "found " + day + ", which is after today, " + today,
                    "look at the year: the form 2021-02-28 is common era, 28/02/2564 Buddhist era"));
        }
    }

    private static void notBefore(
            String field, LocalDate day, LocalDate first, String what, Consumer<Finding> findings) {
        if (day.isBefore(first)) {
            findings.accept(new Finding(
                    field,
                    "S004-R20",
                    "found " + day + ", which is before " + what + ", " + first,
                    "correct one of the two days"));
        }
    }
}

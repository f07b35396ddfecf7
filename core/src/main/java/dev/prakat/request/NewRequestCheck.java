package dev.prakat.request;

import dev.prakat.problem.Finding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is wrong with a request as it is given, field by field. Stateless. Source: S000-R02 to S000-R05 */
final class NewRequestCheck {

    static final int LONGEST_WANTED = 4000;
    private static final int LONGEST_TOPIC = 300;
    private static final int LONGEST_FIELD = 500;

    private NewRequestCheck() {}

    static List<Finding> findings(NewRequest request, Instant now) {
        List<Finding> findings = new ArrayList<>();
        Requester who = request.requester();
        needed("topic", request.topic(), findings);
        needed("organisation", who.name(), findings);
        needed("wanted", who.wanted(), findings);
        Map<String, String> fields = new TreeMap<>(Map.of(
                "organisation", who.organisation(),
                "person", who.person(),
                "address", who.address(),
                "email", who.email(),
                "telephone", who.telephone()));
        fields.forEach((field, text) -> atMost(field, text, LONGEST_FIELD, findings));
        atMost("topic", request.topic(), LONGEST_TOPIC, findings);
        atMost("wanted", who.wanted(), LONGEST_WANTED, findings);
        if (request.received().isAfter(now)) {
            findings.add(new Finding(
                    "received",
                    "S000-R03",
                    "found " + request.received() + ", which is after now, " + now,
                    "look at the year: 2021-03-01 is common era, 1/3/2564 Buddhist era"));
        }
        return findings;
    }

    static List<Finding> neededBy(LocalDate day, LocalDate received) {
        return day.isBefore(received)
                ? List.of(new Finding(
                        "neededBy",
                        "S000-R05",
                        "found " + day + ", which is before the request came, " + received,
                        "look at the year: 2021-03-01 is common era, 1/3/2564 Buddhist era"))
                : List.of();
    }

    private static void needed(String field, String text, List<Finding> findings) {
        if (text.isEmpty()) {
            findings.add(new Finding(
                    field,
                    "S000-R02",
                    "found nothing, expected the " + (field.equals("organisation") ? "agency or the person" : field),
                    "write it"));
        }
    }

    private static void atMost(String field, String text, int longest, List<Finding> findings) {
        if (text.length() > longest) {
            findings.add(new Finding(
                    field,
                    "S000-R02",
                    "found " + text.length() + " characters, expected at most " + longest,
                    "shorten it"));
        }
    }
}

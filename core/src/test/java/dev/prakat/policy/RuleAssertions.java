package dev.prakat.policy;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What each rule makes a built-in policy say. The expectations stand in {@code rules/<policy>.txt}, one element a line: they
 * were written out from the policies, read over, and hold them as they are; the matrix of the Social Security Office is compared
 * with its source.
 */
final class RuleAssertions {

    private static final Set<String> OF_THE_MATRIX = Set.of("S001-R01", "S001-R15", "S001-R20", "S001-R25", "S001-R02");

    private final String policyId;
    private final Map<String, String> expected;

    private RuleAssertions(String policyId) {
        this.policyId = policyId;
        this.expected = lines("rules/" + policyId + ".txt");
    }

    static RuleAssertions of(String policyId) {
        return new RuleAssertions(policyId);
    }

    /** Every rule that some element of the policy comes from. */
    Set<String> rules() {
        return expected.values().stream()
                .flatMap(text -> rulesOf(text).stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** What a policy says otherwise than the rule makes it say; empty when it carries the rule. */
    List<String> broken(String rule, Map<String, String> said) {
        List<String> broken = new ArrayList<>();
        Set<String> elements = new TreeSet<>(expected.keySet());
        elements.addAll(said.keySet());
        for (String element : elements) {
            String wanted = expected.getOrDefault(element, "");
            String found = said.getOrDefault(element, "");
            boolean concerned = rulesOf(wanted).contains(rule) || rulesOf(found).contains(rule);
            if (concerned && !wanted.equals(found)) {
                broken.add(rule + ", " + element + ": found '" + found + "', expected '" + wanted + "'");
            }
        }
        if (OF_THE_MATRIX.contains(rule) && !said.getOrDefault("matrix", "").equals(source())) {
            broken.add(rule + ": the matrix is not the one that the source prints");
        }
        return broken;
    }

    /** What a policy says, and what a variant of it says beside. */
    static Map<String, String> said(AgencyPolicy policy) {
        Map<String, String> said = new LinkedHashMap<>();
        PolicyFacts.of(policy).forEach((element, fact) -> said.put(element, fact.text()));
        if (policy.id().startsWith("sso-website")) {
            said.put("matrix", matrix(policy));
            // Its cells are compared with the source as a whole; the one row that the source lacks stands for itself.
            said.keySet()
                    .removeIf(element -> element.startsWith("category ")
                            && element.contains(", ")
                            && !element.startsWith("category outside-list"));
        }
        return said;
    }

    private String source() {
        return policyId.equals("sso-website")
                ? text("source-matrix.csv")
                        .lines()
                        .map(line -> line.replaceFirst("(,[^,\"]*){4}$", ""))
                        .collect(Collectors.joining("\n", "", "\n"))
                : "";
    }

    private static String matrix(AgencyPolicy policy) {
        StringWriter out = new StringWriter();
        try {
            MatrixCsv.write(out, policy);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static List<String> rulesOf(String text) {
        int at = text.lastIndexOf("; rule ");
        return at < 0 ? List.of() : List.of(text.substring(at + 7).split(", "));
    }

    private static Map<String, String> lines(String resource) {
        Map<String, String> lines = new LinkedHashMap<>();
        text(resource)
                .lines()
                .forEach(line ->
                        lines.put(line.substring(0, line.indexOf(" = ")), line.substring(line.indexOf(" = ") + 3)));
        return lines;
    }

    static String text(String resource) {
        try (InputStream in = RuleAssertions.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

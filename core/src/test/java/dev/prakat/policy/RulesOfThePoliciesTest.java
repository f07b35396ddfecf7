package dev.prakat.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.problem.InvalidException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every element of a built-in policy that names its rule is carried: what the rule makes it say is expected by a test that bears
 * the rule's id, and when the element is deleted or changed, that test fails.
 */
class RulesOfThePoliciesTest {

    @TempDir
    Path temp;

    @TestFactory
    Stream<DynamicTest> eachRuleIsCarried() {
        return AgencyPolicy.builtInIds().stream().flatMap(id -> {
            RuleAssertions assertions = RuleAssertions.of(id);
            Map<String, String> said = said(id);
            return assertions.rules().stream()
                    .map(rule -> DynamicTest.dynamicTest(
                            rule + " is carried by " + id,
                            () -> assertThat(assertions.broken(rule, said)).isEmpty()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sso-website", "pathumthani-pho", "phan-dho"})
    void anElementThatIsDeletedOrChangedIsNoticedByTheTestOfItsRule(String id) throws IOException {
        PolicyFolder folder = PolicyFolder.copyOf(id, temp);
        RuleAssertions assertions = RuleAssertions.of(id);
        List<String> survivors = new ArrayList<>();
        List<Mutants.Mutant> mutants = Mutants.of(folder.text("policy.yaml"));
        for (Mutants.Mutant mutant : mutants) {
            folder.write("policy.yaml", mutant.yaml(), StandardCharsets.UTF_8);
            if (survives(folder, assertions, mutant.rules())) {
                survivors.add(mutant.what());
            }
        }

        assertThat(mutants).hasSizeGreaterThan(90);
        assertThat(survivors).as("mutants of %s that no rule noticed", id).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sso-website", "pathumthani-pho", "phan-dho"})
    void aRowThatIsDeletedOrChangedIsNoticedByTheTestOfItsRule(String id) throws IOException {
        PolicyFolder folder = PolicyFolder.copyOf(id, temp);
        RuleAssertions assertions = RuleAssertions.of(id);
        List<String> lines = folder.text("matrix.csv").lines().toList();
        String[] header = lines.get(0).split(",", -1);
        List<String> survivors = new ArrayList<>();
        for (int i = 1; i < lines.size(); i++) {
            for (String with : List.of("", changed(header, lines.get(i), i))) {
                List<String> copy = new ArrayList<>(lines);
                copy.set(i, with);
                folder.write("matrix.csv", String.join("\n", copy) + "\n", StandardCharsets.UTF_8);
                if (survives(folder, assertions, List.of(rule(header, lines.get(i))))) {
                    survivors.add(lines.get(i) + " => " + with);
                }
            }
        }

        assertThat(survivors).as("rows of %s that no rule noticed", id).isEmpty();
    }

    private static boolean survives(PolicyFolder folder, RuleAssertions assertions, List<String> rules)
            throws IOException {
        Map<String, String> said;
        try {
            said = said(folder);
        } catch (InvalidException refused) {
            assertThat(refused.findings()).isNotEmpty();
            return false;
        }
        return rules.stream().allMatch(rule -> assertions.broken(rule, said).isEmpty());
    }

    private Map<String, String> said(String id) {
        try {
            return said(PolicyFolder.copyOf(id, temp.resolve(id)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the policy says, and beside it what its steps say under the other reading. */
    private static Map<String, String> said(PolicyFolder folder) throws IOException {
        Map<String, String> said = new LinkedHashMap<>(RuleAssertions.said(AgencyPolicy.load(folder.path())));
        String yaml = folder.text("policy.yaml");
        String other = yaml.replaceAll("(?s)(timeReading:.{0,30}?)\\bSHIFT\\b", "$1TOTAL")
                .replaceAll("(?s)(chairMayApprove:.{0,30}?)\\bfalse\\b", "$1true");
        if (!other.equals(yaml)) {
            folder.write("policy.yaml", other, StandardCharsets.UTF_8);
            RuleAssertions.said(AgencyPolicy.load(folder.path())).forEach((element, text) -> {
                if (!text.equals(said.get(element)) && element.contains(", step ")) {
                    said.put("other reading, " + element, text);
                }
            });
            folder.write("policy.yaml", yaml, StandardCharsets.UTF_8);
        }
        return said;
    }

    /** The row with one cell changed: another one for each row, so that all columns come by. */
    private static String changed(String[] header, String line, int turn) {
        List<String> cells = new ArrayList<>(Arrays.asList(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)));
        int at = turn % cells.size();
        while (cells.get(at).isBlank()) {
            at = (at + 1) % cells.size();
        }
        String was = cells.get(at);
        cells.set(
                at,
                switch (header[at]) {
                    case "rule" -> "S009-R99";
                    case "listed", "printed", "needed" -> was.equals("no") ? "yes" : "no";
                    case "data", "publish", "verify" -> "สท.";
                    case "id" -> "x" + was.substring(1);
                    default -> "\"" + was.replace("\"", "") + "1\"";
                });
        return String.join(",", cells);
    }

    private static String rule(String[] header, String line) {
        String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
        return cells[Arrays.asList(header).indexOf("rule")];
    }
}

package dev.prakat.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.problem.InvalidException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same as {@link RulesOfThePoliciesTest} for the policies of procedures beside publishing. */
class RulesOfTheChaptersTest {

    @TempDir
    Path temp;

    @TestFactory
    Stream<DynamicTest> eachRuleIsCarried() {
        return Stream.of("sso-complaint-kpi", "sso-data-request").flatMap(id -> {
            RuleAssertions assertions = RuleAssertions.of(id);
            Map<String, String> said = builtIn(id);
            return assertions.rules().stream()
                    .map(rule -> DynamicTest.dynamicTest(
                            rule + " is carried by " + id,
                            () -> assertThat(assertions.broken(rule, said)).isEmpty()));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"sso-complaint-kpi", "sso-data-request"})
    void anElementThatIsDeletedOrChangedIsNoticedByTheTestOfItsRule(String id) throws IOException {
        PolicyFolder folder = PolicyFolder.copyOf(id, temp);
        RuleAssertions assertions = RuleAssertions.of(id);
        List<String> survivors = new ArrayList<>();
        List<Mutants.Mutant> mutants = Mutants.of(folder.text("policy.yaml"));
        for (Mutants.Mutant mutant : mutants) {
            folder.write("policy.yaml", mutant.yaml(), StandardCharsets.UTF_8);
            if (survives(folder.path(), assertions, mutant.rules())) {
                survivors.add(mutant.what());
            }
        }

        assertThat(mutants).hasSizeGreaterThan(50);
        assertThat(survivors).as("mutants of %s that no rule noticed", id).isEmpty();
    }

    @Test
    void everyMistakeOfAPolicyIsListedAtOnce() throws IOException {
        PolicyFolder folder = PolicyFolder.copyOf("sso-complaint-kpi", temp);
        folder.write(
                "policy.yaml",
                folder.text("policy.yaml")
                        .replace("within: 25wd", "within: 25d")
                        .replace("[89, 91, 93, 95, 97]", "[89, 91, 91, 95, 97]")
                        .replace("unit: ศสน., rule: S004-R10", "unit: ศสส., rule: S004-R10")
                        .replace("value: POOLED", "value: POOL"),
                StandardCharsets.UTF_8);

        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> ComplaintPolicy.load(folder.path()))
                .satisfies(problem -> assertThat(problem.findings())
                        .as("%s", problem.getMessage())
                        .hasSize(4))
                .withMessageContaining("expected working days")
                .withMessageContaining("all rising or all falling")
                .withMessageContaining("nearest: ศสน.")
                .withMessageContaining("POOLED, MEAN");
    }

    private static boolean survives(Path folder, RuleAssertions assertions, List<String> rules) {
        Map<String, String> said;
        try {
            said = said(folder);
        } catch (InvalidException refused) {
            assertThat(refused.findings()).isNotEmpty();
            return false;
        }
        return rules.stream().allMatch(rule -> assertions.broken(rule, said).isEmpty());
    }

    private Map<String, String> builtIn(String id) {
        try {
            return said(PolicyFolder.copyOf(id, temp.resolve(id)).path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> said(Path folder) {
        return isOfRequests(folder)
                ? RequestPolicy.load(folder).facts()
                : ComplaintPolicy.load(folder).facts();
    }

    private static boolean isOfRequests(Path folder) {
        try {
            return Files.readString(folder.resolve("policy.yaml")).contains("sso-data-request");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

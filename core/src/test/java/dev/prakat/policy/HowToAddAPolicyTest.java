package dev.prakat.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.duty.DutyActor;
import dev.prakat.procedure.Outcome;
import dev.prakat.procedure.ProcedureRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** docs/how-to/add-an-agency-policy.md, followed word for word. */
class HowToAddAPolicyTest {

    private static final Pattern FILE =
            Pattern.compile("^`([a-z_]+\\.[a-z]+)`:\\n\\n```[a-z]+\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

    @TempDir
    Path folder;

    @BeforeEach
    void writeTheFilesOfThePage() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        Matcher block = FILE.matcher(Files.readString(page()));
        while (block.find()) {
            assertThat(files.put(block.group(1), block.group(2))).isNull();
        }
        assertThat(files).containsOnlyKeys(PolicyFolder.FILES);
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }

    @Test
    void thePolicyOfThePageLoadsWithoutAFinding() {
        PolicyCheck check = AgencyPolicy.check(folder);

        assertThat(check.errors()).isEmpty();
        assertThat(check.gaps()).isEmpty();
    }

    @Test
    void theLibrarysRulesHold() {
        AgencyPolicy policy = AgencyPolicy.load(folder);
        Instant monday = Instant.parse("2021-03-01T02:00:00Z");
        ProcedureRun run = ProcedureRun.start(
                policy.procedureFor(new ProcedureQuestion(
                        "INTERNAL", policy.categories().require("new-books").id(), DutyActor.of("สจห."), "สจห.")),
                monday);

        assertThat(policy.due(run.decide(Outcome.APPROVE, monday))).contains(Instant.parse("2021-03-03T16:59:59.999Z"));
        assertThat(run.decide(Outcome.REFUSE, monday).step()).isEqualTo("tell");
        assertThat(policy.who("opening-hours", "prepare", null).explanation()).contains("สบส.");
        assertThat(policy.windowTerms(policy.categories().require("L04").id())
                        .startingOn(LocalDate.of(2021, 3, 1))
                        .lastDay())
                .contains(LocalDate.of(2021, 8, 31));
        assertThat(policy.missingFields(policy.categories().require("news").id(), Map.of()))
                .hasSize(1);
    }

    private static Path page() {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("mvnw"))) {
            root = root.getParent();
        }
        return root.resolve("docs/how-to/add-an-agency-policy.md");
    }
}

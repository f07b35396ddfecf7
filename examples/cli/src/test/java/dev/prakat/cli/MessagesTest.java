package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.approval.ApprovalCase;
import dev.prakat.approval.Task;
import dev.prakat.delivery.Health;
import dev.prakat.delivery.PlacementState;
import dev.prakat.item.ItemState;
import dev.prakat.item.Removal;
import dev.prakat.item.RevisionDifference;
import dev.prakat.problem.ProblemCode;
import dev.prakat.procedure.Outcome;
import dev.prakat.spi.Observation;
import dev.prakat.spi.Preview;
import dev.prakat.trafficlog.RejectedLine;
import dev.prakat.trafficlog.VerificationReport;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;

/** Both languages say everything. */
class MessagesTest {

    private static final ResourceBundle THAI = new Messages(Messages.Language.th).bundle();
    private static final ResourceBundle ENGLISH = new Messages(Messages.Language.en).bundle();

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(THAI.keySet()).isEqualTo(ENGLISH.keySet());
    }

    @Test
    void bothLanguagesHaveTheSameGaps() {
        for (String key : THAI.keySet()) {
            assertThat(gaps(THAI.getString(key))).as(key).isEqualTo(gaps(ENGLISH.getString(key)));
        }
    }

    @Test
    void aThaiTextIsThaiAndAnEnglishOneIsNot() {
        for (String key : THAI.keySet()) {
            if (THAI.getString(key).matches("(?s).*\\p{L}{3}.*")) {
                assertThat(THAI.getString(key)).as(key).containsPattern("\\p{InThai}");
            }
        }
        assertThat(ENGLISH.getString("problem.NOT_ALLOWED")).isEqualTo("not allowed");
    }

    @Test
    void everyValueOfAClosedListHasAText() {
        Stream.of(
                        values("ItemState", ItemState.values()),
                        values("Status", ApprovalCase.Status.values()),
                        values("Outcome", Outcome.values()),
                        values("PlacementState", PlacementState.values()),
                        values("Kind", Preview.Kind.values()),
                        values("Answer", Observation.Answer.values()),
                        values("Health", Health.Status.values()),
                        values("Verdict", VerificationReport.Verdict.values()),
                        values("Cause", RejectedLine.Cause.values()),
                        values("Kind", Removal.Kind.values()),
                        values("Kind", Task.Kind.values()),
                        values("Part", RevisionDifference.Part.values()),
                        values("problem", ProblemCode.values()))
                .flatMap(List::stream)
                .forEach(key -> assertThat(THAI.containsKey(key)).as(key).isTrue());
    }

    @ParameterizedTest
    @EnumSource(Messages.Language.class)
    void everyCommandAndOptionIsDescribed(Messages.Language language) {
        GlobalOptions options = new GlobalOptions();
        CommandLine line = PrakatCommand.line(options, new Session(options, Terminal.system(), new Messages(language)));
        List<String> undescribed = new ArrayList<>();
        look(line, undescribed);
        assertThat(undescribed).isEmpty();
    }

    private static void look(CommandLine line, List<String> undescribed) {
        var spec = line.getCommandSpec();
        if (spec.usageMessage().description().length == 0) {
            undescribed.add(spec.qualifiedName());
        }
        for (ArgSpec arg : spec.args()) {
            if (arg.description().length == 0) {
                undescribed.add(spec.qualifiedName() + " " + arg.paramLabel() + " " + arg);
            }
        }
        line.getSubcommands().values().forEach(below -> look(below, undescribed));
    }

    private static List<String> values(String prefix, Enum<?>[] values) {
        return Stream.of(values).map(value -> prefix + "." + value.name()).toList();
    }

    private static int gaps(String text) {
        return text.split("%s", -1).length - 1;
    }
}

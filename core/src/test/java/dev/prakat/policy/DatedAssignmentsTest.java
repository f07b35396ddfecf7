package dev.prakat.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.category.CategoryId;
import dev.prakat.duty.DutyActor;
import dev.prakat.duty.DutyHolders;
import dev.prakat.duty.DutyQuestion;
import dev.prakat.duty.Quorum;
import dev.prakat.duty.QuorumAnswer;
import dev.prakat.duty.Unit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who answered for a category on a given day, and whether enough of them have acted. */
@Tag("S001-R15")
class DatedAssignmentsTest {

    private static final CategoryId HISTORY = new CategoryId("organisation-history");
    private static final CategoryId SICKNESS = new CategoryId("benefit-sickness-injury");
    private static final String ROW =
            "organisation-history,M003,2.1,เกี่ยวกับประกันสังคม,เกี่ยวกับองค์กร,,ประวัติสำนักงานประกันสังคม,";

    @TempDir
    Path temp;

    private PolicyFolder folder;

    @BeforeEach
    void copy() throws IOException {
        folder = PolicyFolder.copyOfSsoWebsite(temp)
                .replace("matrix.csv", "listed,rule,printed", "listed,rule,printed,valid_from,valid_to,quorum")
                .replaceAllIn("matrix.csv", ",yes\n", ",yes,,,\n")
                .replace("matrix.csv", "S001-R02,no\n", "S001-R02,no,,,\n");
    }

    @Test
    void answersForADay() throws IOException {
        AgencyPolicy policy = withTwoAssignments("2020-12-31", "2021-01-01");

        assertThat(holders(policy, LocalDate.of(2020, 12, 31))).containsExactly("กนผ.");
        assertThat(holders(policy, LocalDate.of(2021, 1, 1))).containsExactly("ศสน.");
        assertThat(holders(policy, null)).containsExactly("ศสน.");
        DutyQuestion question = DutyQuestion.of(HISTORY, "PUBLISH", DutyActor.of("กนผ."));
        assertThat(policy.matrix()
                        .mayAct(question.onDay(LocalDate.of(2019, 5, 1)))
                        .allowed())
                .isTrue();
        assertThat(policy.matrix().mayAct(question).allowed()).isFalse();
        assertThat(policy.matrix().rows()).hasSize(121);
        assertThat(policy.matrix().history(HISTORY)).hasSize(2);
    }

    @Test
    void saysWhyNobodyAnsweredBetweenTwoAssignments() throws IOException {
        AgencyPolicy policy = withTwoAssignments("2020-10-31", "2021-01-01");

        DutyHolders holders = policy.who("M003", "publish", LocalDate.of(2020, 12, 1));
        assertThat(holders.holders()).isEmpty();
        assertThat(holders.explanation())
                .contains("nobody was assigned PUBLISH", "2020-12-01", "..2020-10-31, 2021-01-01..");
        assertThat(policy.who("M037", "DATA", null).explanation()).contains("no duty-holder configured");
        assertThat(policy.who("M028", "DATA", null).members()).hasSize(12);
    }

    @Test
    void anAssignmentThatEndsIsReported() throws IOException {
        folder.replace(
                "matrix.csv",
                ROW + "ศสน.,ศสน.,ศสน.,,,yes,S001-R15,yes,,,",
                ROW + "ศสน.,ศสน.,ศสน.,,,yes,S001-R15,yes,,2021-06-30,");

        assertThat(folder.check().errors()).isEmpty();
        assertThat(folder.check().gaps())
                .anySatisfy(gap -> assertThat(gap.message()).contains("after 2021-06-30"));
    }

    @Test
    void overlapsAndImpossibleDatesAreFound() throws IOException {
        twoAssignments("2021-01-15", "2021-01-01");
        assertThat(folder.check().errors()).singleElement().satisfies(finding -> {
            assertThat(finding.place()).isEqualTo("matrix.csv:5");
            assertThat(finding.message()).contains("overlaps ..2021-01-15 of row 4");
        });
        folder.replace("matrix.csv", "2021-01-15", "2021-02-30").replace("matrix.csv", "2021-01-01", "2564-01-01");
        assertThat(folder.check().errors())
                .anySatisfy(finding -> assertThat(finding.message()).contains("'2021-02-30'", "does not exist"))
                .anySatisfy(finding -> assertThat(finding.remedy()).contains("not 2564"));
    }

    @Test
    @Tag("AT-45")
    @Tag("AMB-01")
    void aRowMayAskForEachOfItsHolders() throws IOException {
        String row = "สปย./สจพ.,สปย./สจพ.,สปย./สจพ./ศสน.,,,yes,S001-R15,yes,,,";
        folder.replace("matrix.csv", row, row + "VERIFY=ALL_OF");
        AgencyPolicy policy = AgencyPolicy.load(temp);

        assertThat(quorum(policy, "สปย.", "สจพ.")).isEqualTo(new QuorumAnswer(false, List.of("ศสน.")));
        assertThat(quorum(policy, "สปย.", "สจพ.", "ศสน.").met()).isTrue();
        assertThat(policy.who("M056", "VERIFY", null).quorum()).isEqualTo(Quorum.ANY_OF);
        assertThat(quorum(AgencyPolicy.builtIn("sso-website"), "สจพ.").met()).isTrue();
        assertThat(quorum(AgencyPolicy.builtIn("sso-website"), "กค.").met()).isFalse();
    }

    @Test
    @Tag("AT-45")
    @Tag("AMB-01")
    void aColumnMayAskForTheOwnerAndTheCentre() throws IOException {
        folder.replace("policy.yaml", "id: VERIFY, quorum: ANY_OF", "id: VERIFY, quorum: OWNER_PLUS_CENTRAL");
        AgencyPolicy policy = AgencyPolicy.load(temp);

        assertThat(quorum(policy, "สปย.", "สจพ.").missing()).containsExactly("ศสน.");
        assertThat(quorum(policy, "ศสน.").missing()).containsExactly("สปย.");
        assertThat(quorum(policy, "สจพ.", "ศสน.").missing())
                .as("the item belongs to สปย.")
                .containsExactly("สปย.");
        assertThat(quorum(policy, "สปย.", "ศสน.").met()).isTrue();
        assertThat(policy.matrix()
                        .quorum(HISTORY, "VERIFY", "ศสน.", List.of(DutyActor.of("ศสน.")))
                        .met())
                .as("a cell that names the centre alone")
                .isTrue();
    }

    private AgencyPolicy withTwoAssignments(String to, String from) throws IOException {
        twoAssignments(to, from);
        return AgencyPolicy.load(temp);
    }

    private void twoAssignments(String to, String from) throws IOException {
        folder.replace(
                "matrix.csv",
                ROW + "ศสน.,ศสน.,ศสน.,,,yes,S001-R15,yes,,,",
                ROW + "กนผ.,กนผ.,กนผ.,,,yes,S001-R15,yes,," + to + ",\n" + ROW + "ศสน.,ศสน.,ศสน.,,,yes,S001-R15,yes,"
                        + from + ",,");
    }

    private static List<String> holders(AgencyPolicy policy, LocalDate on) {
        return policy.who("M003", "publish", on).holders().stream()
                .map(Unit::code)
                .toList();
    }

    private static QuorumAnswer quorum(AgencyPolicy policy, String... units) {
        return policy.matrix()
                .quorum(
                        SICKNESS,
                        "VERIFY",
                        "สปย.",
                        List.of(units).stream().map(DutyActor::of).toList());
    }
}

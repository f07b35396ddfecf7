package dev.prakat.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.category.CategoryId;
import dev.prakat.duty.DutyActor;
import dev.prakat.duty.DutyQuestion;
import dev.prakat.duty.Part;
import dev.prakat.problem.PrakatException;
import dev.prakat.procedure.Outcome;
import dev.prakat.procedure.Post;
import dev.prakat.procedure.Procedure;
import dev.prakat.procedure.ProcedureRun;
import dev.prakat.procedure.StandingDuty;
import dev.prakat.procedure.Step;
import dev.prakat.procedure.StepActor;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The routes of document 001: which one an item takes, and how it runs. */
class SsoRoutesTest {

    private static final AgencyPolicy POLICY = AgencyPolicy.builtIn("sso-website");
    private static final Instant FRIDAY = Instant.parse("2021-04-09T03:00:00Z");

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource({
        "INTERNAL,M003,ศสน.,s001-2-1-1",
        "INTERNAL,M028,สปส.กทม.3,s001-2-1-1",
        "INTERNAL,M003,กค.,s001-2-1-2",
        "INTERNAL,X001,กค.,s001-outside-list",
        "INTERNAL,M119,ศสน.,s001-outside-list",
        "MINISTRY,M119,ศสน.,s001-2-2",
        "EXTERNAL,M120,ศสน.,s001-2-3"
    })
    @Tag("S001-R02")
    @Tag("S001-R03")
    @Tag("S001-R06")
    @Tag("S001-R11")
    @Tag("S001-R16")
    @Tag("S001-R21")
    void takesTheRouteOfItsSourceUnitAndCategory(String source, String row, String unit, String procedure) {
        assertThat(route(POLICY, source, row, unit).id()).isEqualTo(procedure);
    }

    @Test
    @Tag("S001-R05")
    @Tag("AMB-19")
    void whatIsNotRoutineMissionNeedsTheAuthorisedExecutive(@TempDir Path temp) throws IOException {
        PolicyFolder.copyOfSsoWebsite(temp)
                .replace("matrix.csv", "listed,rule,printed", "listed,rule,routine")
                .replaceAllIn("matrix.csv", ",yes\n", ",\n")
                .replace("matrix.csv", "S001-R02,no", "S001-R02,")
                .replace(
                        "matrix.csv",
                        "ศสน.,ศสน.,ศสน.,,,yes,S001-R15,\nvision",
                        "ศสน.,ศสน.,ศสน.,,,yes,S001-R15,no\nvision");
        AgencyPolicy policy = AgencyPolicy.load(temp);

        assertThat(route(policy, "INTERNAL", "M003", "ศสน.").id()).isEqualTo("s001-2-1-1-executive");
        assertThat(route(policy, "INTERNAL", "M004", "ศสน.").id()).isEqualTo("s001-2-1-1");
        DutyQuestion history = DutyQuestion.of(new CategoryId("organisation-history"), "DATA", DutyActor.of("ศสน."));
        assertThat(policy.routineMission(history)).isFalse();
        assertThat(POLICY.routineMission(history)).isTrue();
    }

    @Test
    @Tag("AT-49")
    @Tag("S001-R02")
    @Tag("AMB-20")
    void contentOutsideTheListIsNotApprovedByTheDirectorAlone(@TempDir Path temp) throws IOException {
        Procedure procedure = route(POLICY, "INTERNAL", "X001", "กค.");
        ProcedureRun agreed = ProcedureRun.start(procedure, FRIDAY).decide(Outcome.APPROVE, FRIDAY);

        assertThat(agreed.status()).isEqualTo(ProcedureRun.Status.IN_PROGRESS);
        assertThat(agreed.currentStep().map(Step::who))
                .contains(new StepActor.PostHolder("AUTHORISED_EXECUTIVE", StepActor.PostHolder.ANY_UNIT));
        assertThat(agreed.decide(Outcome.APPROVE, FRIDAY).status()).isEqualTo(ProcedureRun.Status.APPROVED);

        PolicyFolder.copyOfSsoWebsite(temp).replace("policy.yaml", "EXTRA_APPROVAL", "REJECT");
        assertThatThrownBy(() -> route(AgencyPolicy.load(temp), "INTERNAL", "X001", "กค."))
                .isInstanceOf(PrakatException.class)
                .hasMessageContaining("outside the list");
    }

    @Test
    @Tag("AT-46")
    @Tag("AMB-21")
    void nothingIsPublishedWhereNobodyAnswers() {
        assertThatThrownBy(() -> route(POLICY, "INTERNAL", "M037", "กค."))
                .isInstanceOf(PrakatException.class)
                .hasMessageContaining("no duty-holder configured");
    }

    @Test
    @Tag("S001-R05")
    @Tag("AMB-08")
    void theAuthorisedExecutiveIsARoleThatDelegationsFill() {
        assertThat(POLICY.posts())
                .filteredOn(post -> post.filledBy() == Post.FilledBy.DELEGATION)
                .extracting(Post::id)
                .containsExactly("AUTHORISED_EXECUTIVE");
    }

    @Test
    @Tag("S001-R12")
    @Tag("S001-R13")
    @Tag("S001-R14")
    @Tag("AMB-07")
    void aUnitWithoutTheDutyWritesToTheInformationCentre() {
        ProcedureRun run = ProcedureRun.start(route(POLICY, "INTERNAL", "M003", "กค."), FRIDAY)
                .decide(Outcome.APPROVE, FRIDAY)
                .decide(Outcome.APPROVE, FRIDAY)
                .decide(Outcome.CLASSIFY, "vision-mission", FRIDAY)
                .decide(Outcome.ASSIGN, "somying", FRIDAY);

        assertThat(run.step()).isEqualTo("publish");
        assertThat(run.choices().category()).isEqualTo("vision-mission");
        assertThat(run.currentStep().map(Step::who)).contains(new StepActor.AssignedOfficer());
        assertThat(POLICY.due(run)).contains(Instant.parse("2021-04-16T16:59:59.999Z"));
    }

    @ParameterizedTest
    @CsvSource({"MINISTRY,M119", "EXTERNAL,M120"})
    @Tag("S001-R17")
    @Tag("S001-R18")
    @Tag("S001-R19")
    @Tag("S001-R22")
    @Tag("S001-R23")
    @Tag("S001-R24")
    void aLetterFromOutsideIsAssignedByTheSecretaryGeneral(String source, String row) {
        ProcedureRun run = ProcedureRun.submitted(route(POLICY, source, row, "ศสน."), FRIDAY);
        assertThat(run.step()).isEqualTo("consider");
        assertThatThrownBy(() -> run.decide(Outcome.ASSIGN, "กค.", FRIDAY)).isInstanceOf(PrakatException.class);

        ProcedureRun publish = run.decide(Outcome.ASSIGN, "สบท.", FRIDAY.minusSeconds(86_400))
                .decide(Outcome.ASSIGN, "somchai", FRIDAY);
        assertThat(publish.choices().unit()).isEqualTo("สบท.");
        assertThat(POLICY.due(publish)).contains(Instant.parse("2021-04-16T16:59:59.999Z"));
    }

    @ParameterizedTest
    @CsvSource({"lastDay,ROLL_FORWARD,KEEP,2021-04-12", "plainDays,CALENDAR,WORKING,2021-04-20"})
    @Tag("AT-38")
    @Tag("AMB-03")
    void countsDaysAsThePolicyChooses(String setting, String was, String is, String last, @TempDir Path temp)
            throws IOException {
        PolicyFolder.copyOfSsoWebsite(temp)
                .replace("policy.yaml", setting + ": {value: " + was, setting + ": {value: " + is);
        AgencyPolicy policy = AgencyPolicy.load(temp);
        ProcedureRun run =
                ProcedureRun.start(policy.procedureFor("INTERNAL"), FRIDAY).decide(Outcome.APPROVE, FRIDAY);

        assertThat(policy.due(run)).contains(Instant.parse(last + "T16:59:59.999Z"));
    }

    @Test
    @Tag("AMB-02")
    @Tag("AT-51")
    void whoeverAgreesPublishesAndVerifiesAreThreePersons() {
        assertThat(POLICY.separation().separates(Part.APPROVER, Part.PUBLISHER)).isTrue();
        assertThat(POLICY.separation().separates(Part.VERIFIER, Part.PUBLISHER)).isTrue();
        assertThat(POLICY.separation().conflict(Part.VERIFIER, "somying", Map.of(Part.PUBLISHER, Set.of("somying"))))
                .hasValueSatisfying(reason -> assertThat(reason).contains("somying", "AMB-02"));
        assertThat(POLICY.separation().conflict(Part.VERIFIER, "somchai", Map.of(Part.PUBLISHER, Set.of("somying"))))
                .isEmpty();
    }

    @Test
    @Tag("S001-R04")
    @Tag("S001-R27")
    @Tag("S001-R28")
    @Tag("S001-R29")
    @Tag("AMB-13")
    @Tag("AMB-14")
    @Tag("AMB-15")
    void oversightRecurs() {
        Instant monday = Instant.parse("2021-03-01T03:00:00Z");
        Instant saturday = Instant.parse("2021-03-06T03:00:00Z");

        assertThat(due("keep-current", monday)).isEqualTo("2021-03-02T16:59:59.999Z");
        assertThat(due("site-check", monday)).isEqualTo("2021-03-08T16:59:59.999Z");
        assertThat(due("repair", monday)).as("at once: the same day").isEqualTo("2021-03-01T16:59:59.999Z");
        assertThat(due("repair", saturday)).isEqualTo("2021-03-08T16:59:59.999Z");
        assertThat(due("report", monday)).isEqualTo("2021-06-01T16:59:59.999Z");
        assertThat(standing("repair").reportTo()).isEqualTo("SUPERIOR");
    }

    @Test
    void emergencyPublicationIsThereAndOffInAllThree() {
        assertThat(AgencyPolicy.builtInIds())
                .allSatisfy(id -> assertThat(AgencyPolicy.builtIn(id).emergency())
                        .hasValueSatisfying(
                                emergency -> assertThat(emergency.enabled()).isFalse()));
    }

    private static String due(String id, Instant since) {
        return standing(id).due(since, POLICY.calendar()).toString();
    }

    private static StandingDuty standing(String id) {
        return POLICY.standingDuties().stream()
                .filter(duty -> duty.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Procedure route(AgencyPolicy policy, String source, String row, String unit) {
        return policy.procedureFor(
                new ProcedureQuestion(source, policy.categories().require(row).id(), DutyActor.of(unit), unit));
    }
}

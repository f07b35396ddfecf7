package dev.prakat.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.calendar.TimeLimit;
import dev.prakat.problem.PrakatException;
import dev.prakat.procedure.Outcome;
import dev.prakat.procedure.Procedure;
import dev.prakat.procedure.ProcedureRun;
import dev.prakat.procedure.Step;
import dev.prakat.procedure.StepActor.DutyHolder;
import dev.prakat.procedure.StepActor.PostHolder;
import dev.prakat.procedure.StepKind;
import dev.prakat.spi.TakeDownKind;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The built-in policy beside its matrix. */
class SsoWebsitePolicyTest {

    private static final AgencyPolicy POLICY = AgencyPolicy.builtIn("sso-website");

    @Test
    @Tag("S001-R03")
    @Tag("S001-R06")
    @Tag("S001-R09")
    void contentFromWithinIsAgreedByTheDirectorOfTheUnit() {
        Procedure procedure = POLICY.procedureFor("INTERNAL");
        Step agree = procedure.steps().get(0);

        assertThat(procedure.rule()).isEqualTo("S001-R06");
        assertThat(agree.freezesCategory()).isTrue();
        assertThat(agree.kind()).isEqualTo(StepKind.DECIDE);
        assertThat(agree.who()).isEqualTo(new PostHolder("DIRECTOR", PostHolder.AUTHOR_UNIT));
        assertThat(agree.outcomes()).containsExactlyInAnyOrder(Outcome.APPROVE, Outcome.REFUSE, Outcome.RETURN);
        assertThat(agree.rule()).isEqualTo("S001-R09");
    }

    @Test
    @Tag("S001-R10")
    @Tag("AMB-07")
    @Tag("AT-38")
    void isPublishedWithinThreeDaysOfTheAgreement() {
        Procedure procedure = POLICY.procedureFor("INTERNAL");
        Step publish = procedure.step("publish").orElseThrow();
        ProcedureRun agreed = ProcedureRun.start(procedure, Instant.parse("2021-04-01T02:00:00Z"))
                .decide(Outcome.APPROVE, Instant.parse("2021-04-09T03:00:00Z"));

        assertThat(publish.kind()).isEqualTo(StepKind.PUBLISH);
        assertThat(publish.who()).isEqualTo(new DutyHolder("PUBLISH"));
        assertThat(publish.limit()).isEqualTo(TimeLimit.parse("3d"));
        assertThat(publish.rule()).isEqualTo("S001-R10");
        assertThat(agreed.due(POLICY.calendar())).contains(Instant.parse("2021-04-16T16:59:59.999Z"));
    }

    @Test
    void saysWhichSourcesItHasAProcedureFor() {
        assertThatThrownBy(() -> POLICY.procedureFor("MARS"))
                .isInstanceOf(PrakatException.class)
                .hasMessageContaining("INTERNAL");
    }

    @Test
    @Tag("AMB-02")
    @Tag("AMB-09")
    @Tag("AMB-11")
    void hasTheSettingsOfTheDefaults() {
        assertThat(POLICY.settings().approverMustDiffer()).isTrue();
        assertThat(POLICY.settings().defaultTakeDownKind()).isEqualTo(TakeDownKind.GONE.name());
        assertThat(POLICY.settings().permanentReviewDays()).isEqualTo(365);
        assertThat(POLICY.settings().given())
                .allSatisfy(setting -> assertThat(POLICY.settings().value(setting))
                        .as(setting.key())
                        .isEqualTo(setting.initial()));
    }

    @Test
    void namesItselfInBothLanguages() {
        assertThat(POLICY.id()).isEqualTo("sso-website");
        assertThat(POLICY.nameTh()).startsWith("มาตรการ กลไกการเผยแพร่ข้อมูลต่อสาธารณะ");
        assertThat(POLICY.nameEn()).contains("Social Security Office");
        assertThat(POLICY.agencyNameTh()).isEqualTo("สำนักงานประกันสังคม");
        assertThat(POLICY.agencyNameEn()).isEqualTo("Social Security Office");
        assertThat(POLICY.originHost()).endsWith(".example.go.th");
        assertThat(POLICY.text("duty.VERIFY", Locale.forLanguageTag("th-TH"))).isEqualTo("ตรวจสอบ");
        assertThat(POLICY.text("duty.VERIFY", Locale.FRENCH)).isEqualTo("Verification");
        assertThat(POLICY.posts())
                .first()
                .satisfies(post -> assertThat(post.labelTh()).startsWith("ผู้อำนวยการ"));
        assertThatThrownBy(() -> POLICY.text("nothing", Locale.ENGLISH)).hasMessageContaining("nothing");
    }

    @Test
    void hasAVersionThatStaysWhileItsFilesStay() {
        assertThat(POLICY.version()).matches("[0-9a-f]{64}");
        assertThat(AgencyPolicy.builtIn("sso-website").version()).isEqualTo(POLICY.version());
        assertThat(POLICY).hasToString("sso-website@" + POLICY.version().substring(0, 12));
    }

    @Test
    void namesTheBuiltInOnesWhenAskedForAnother() {
        assertThat(AgencyPolicy.builtInIds()).containsExactly("sso-website", "pathumthani-pho", "phan-dho");
        assertThatThrownBy(() -> AgencyPolicy.builtIn("../sso-website"))
                .isInstanceOf(PrakatException.class)
                .hasMessageContaining("built-in ones: sso-website");
    }
}

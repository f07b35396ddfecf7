package dev.prakat.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.category.CategoryId;
import dev.prakat.duty.DutyAnswer;
import dev.prakat.problem.PrakatException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may act under the built-in policy. */
class SsoWebsiteDutiesTest {

    private static final AgencyPolicy POLICY = AgencyPolicy.builtIn("sso-website");

    @ParameterizedTest
    @ValueSource(strings = {"DATA", "PUBLISH", "VERIFY"})
    @Tag("AT-44")
    @Tag("AMB-22")
    void anAreaOfficeActsForItsClass(String duty) {
        DutyAnswer answer = ask("M028", duty, "สปส.กทม.3", null);

        assertThat(answer.allowed()).isTrue();
        assertThat(answer.holders()).containsExactly("กค.", "สปส.พท.");
        assertThat(answer.reason()).contains("สปส.กทม.3").contains("member of สปส.พท.");
    }

    @Test
    @Tag("AT-44")
    void aUnitThatTheCellDoesNotNameMayNot() {
        DutyAnswer answer = ask("M028", "VERIFY", "ศสน.", null);

        assertThat(answer.allowed()).isFalse();
        assertThat(answer.reason()).contains("ศสน. does not hold VERIFY").contains("กค., สปส.พท.");
        assertThat(ask("M028", "VERIFY", "สปจ.ปทุมธานี", null).allowed()).isFalse();
        assertThat(ask("M038", "VERIFY", "สปจ.ปทุมธานี", null).allowed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"สปย.", "สจพ.", "ศสน."})
    @Tag("AT-45")
    @Tag("AMB-01")
    void oneOfSeveralIsEnough(String unit) {
        assertThat(ask("M055", "VERIFY", unit, null).allowed()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"DATA", "PUBLISH", "VERIFY"})
    @Tag("AT-46")
    @Tag("AMB-21")
    void nobodyMayActWhereNoDutyIsConfigured(String duty) {
        DutyAnswer answer = ask("M037", duty, "กค.", "กค.");

        assertThat(answer.allowed()).isFalse();
        assertThat(answer.holders()).isEmpty();
        assertThat(answer.reason()).contains("no duty-holder configured").contains("procurement-contracts (M037)");
    }

    @Test
    @Tag("AT-46")
    @Tag("AMB-21")
    void listsTheGapWithASuggestionAndLoadsAllTheSame() {
        assertThat(POLICY.matrix().gaps()).containsExactly(new CategoryId("procurement-contracts"));
        assertThat(POLICY.gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.place()).isEqualTo("matrix.csv:38");
            assertThat(gap.rule()).isEqualTo("AMB-21");
            assertThat(gap.message()).contains("M037").contains("DATA, PUBLISH, VERIFY");
            assertThat(gap.remedy()).endsWith("กค./สปส.พท.");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"M119", "M120"})
    @Tag("AT-48")
    @Tag("S001-R20")
    @Tag("S001-R25")
    void twoUnitsPublishWhatComesFromOutside(String row) {
        assertThat(ask(row, "PUBLISH", "ศสน.", null).allowed()).isTrue();
        assertThat(ask(row, "VERIFY", "สบท.", null).allowed()).isTrue();
        assertThat(ask(row, "PUBLISH", "กค.", null).holders()).containsExactly("ศสน.", "สบท.");
    }

    @Test
    @Tag("S001-R15")
    void theDataOwnerIsTheUnitThatTheItemNames() {
        assertThat(ask("M111", "DATA", "กนผ.", "กนผ.").allowed()).isTrue();
        assertThat(ask("M111", "DATA", "กนผ.", "กนผ.").holders()).containsExactly("กนผ.", "ศสน.");
        assertThat(ask("M111", "DATA", "กม.", "กนผ.").allowed()).isFalse();
        DutyAnswer open = ask("M111", "DATA", "กนผ.", null);
        assertThat(open.allowed()).isFalse();
        assertThat(open.reason()).contains("names no data-owner unit");
    }

    @Test
    void aGroupMayCarryDutiesAndOthersSayThatTheyAreGroups() {
        assertThat(ask("M066", "PUBLISH", "ศสน.", null).allowed()).isTrue();
        assertThat(ask("M001", "PUBLISH", "ศสน.", null).reason()).contains("choose a category under it");
    }

    @Test
    void readsAUnitByEveryPrintedForm() {
        assertThat(POLICY.units().byPrinted("กพพ.").orElseThrow().code()).isEqualTo("กวพ.");
        assertThat(POLICY.units().byPrinted("สปส.กทม. เขตพื้นที่").orElseThrow().code())
                .isEqualTo("สปส.พท.");
        assertThat(POLICY.units().find("กพพ.")).isEmpty();
        assertThat(ask("M074", "DATA", "กวพ.", null).allowed()).isTrue();
    }

    @Test
    void namesWhatThePolicyDoesNotHave() {
        assertThatThrownBy(() -> ask("M003", "PRINT", "ศสน.", null))
                .isInstanceOf(PrakatException.class)
                .hasMessageContaining("DATA, PUBLISH, VERIFY");
        assertThat(ask("M003", "DATA", "กกก.", null).reason()).contains("the policy has no unit กกก.");
        assertThat(POLICY.matrix()
                        .mayAct(new CategoryId("nothing"), "DATA", "ศสน.", null)
                        .reason())
                .contains("not in the responsibility matrix");
        assertThatThrownBy(() -> POLICY.units().require("ศสม."))
                .isInstanceOf(PrakatException.class)
                .hasMessageContaining("nearest: ศสน.");
    }

    private static DutyAnswer ask(String row, String duty, String unit, String owner) {
        return POLICY.matrix().mayAct(POLICY.categories().require(row).id(), duty, unit, owner);
    }
}

package dev.prakat.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.prakat.problem.Finding;
import dev.prakat.spi.Officer;
import dev.prakat.spi.OfficerId;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may act in a role, by dated orders. */
@Tag("AMB-08")
class DelegationTest {

    private static final String ROLE = "AUTHORISED_EXECUTIVE";
    private static final List<String> NEWS = List.of("news", "news-releases");
    private static final Instant JULY = at("2021-07-01T09:00+07:00");

    @TempDir
    Path temp;

    private StaffFiles files;

    @BeforeEach
    void folder() {
        files = new StaffFiles(temp);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-09-30T23:59:59.999+07:00,false",
        "2020-10-01T00:00+07:00,true",
        "2021-09-30T23:59:59.999+07:00,true",
        "2021-10-01T00:00+07:00,false",
        "2021-09-30T17:00:00Z,false"
    })
    @Tag("AT-50")
    void endsWithTheLastDayInBangkok(String at, boolean holds) {
        StaffRegister register = files.register("kanda," + ROLE + ",,,1 ตุลาคม 2563,30 กันยายน 2564,รง 0601/1\n", "");

        assertThat(ids(register.holdersOfRole(ROLE, NEWS, "ศสน.", at(at))))
                .isEqualTo(holds ? List.of("kanda") : List.of());
        assertThat(register.delegation(new OfficerId("kanda"), ROLE, NEWS, "ศสน.", at(at)))
                .isEqualTo(
                        holds
                                ? Optional.of(new Delegation(
                                        new OfficerId("kanda"),
                                        ROLE,
                                        RoleScope.ALL,
                                        new Term(LocalDate.of(2020, 10, 1), LocalDate.of(2021, 9, 30)),
                                        "รง 0601/1"))
                                : Optional.empty());
    }

    @Test
    void mayHoldUntilFurtherOrder() {
        StaffRegister register = files.register("kanda," + ROLE + ",,,2020-10-01,,1/2563\n", "");

        assertThat(ids(register.holdersOfRole(ROLE, NEWS, "ศสน.", at("2035-01-01T00:00Z"))))
                .containsExactly("kanda");
    }

    @Test
    void holdsForItsCategoriesWithAllBelowThemAndItsUnits() {
        StaffRegister register =
                files.register("kanda," + ROLE + ",news|laws,ศสน.|กค.,2020-10-01,2021-09-30,1/2563\n", "");

        assertThat(register.holdersOfRole(ROLE, NEWS, "ศสน.", JULY)).hasSize(1);
        assertThat(register.holdersOfRole(ROLE, List.of("laws"), "กค.", JULY)).hasSize(1);
        assertThat(register.holdersOfRole(ROLE, List.of("services"), "ศสน.", JULY))
                .isEmpty();
        assertThat(register.holdersOfRole(ROLE, NEWS, "สบท.", JULY)).isEmpty();
        assertThat(register.holdersOfRole("OTHER", NEWS, "ศสน.", JULY)).isEmpty();
    }

    @Test
    void namesNobodyTwiceAndNobodyWhoLeft() {
        StaffRegister register = files.register(
                "kanda," + ROLE + ",,,2020-10-01,2021-09-30,1/2563\n"
                        + "kanda," + ROLE + ",news,,2021-01-01,2021-12-31,2/2564\n"
                        + "gone," + ROLE + ",,,2020-10-01,2021-09-30,3/2563\n",
                "");

        assertThat(ids(register.holdersOfRole(ROLE, NEWS, "ศสน.", JULY))).containsExactly("kanda");
        assertThat(register.delegation(new OfficerId("kanda"), ROLE, NEWS, "ศสน.", at("2021-11-01T00:00Z")))
                .hasValueSatisfying(order -> assertThat(order.orderNumber()).isEqualTo("2/2564"));
    }

    @Test
    void someoneMayActInThePlaceOfAPostsHolder() {
        StaffRegister register = files.register("somsri,DIRECTOR,,ศสน.,2021-07-01,2021-07-15,7/2564\n", "");

        assertThat(ids(register.holdersOfPost("ศสน.", "DIRECTOR", JULY))).containsExactly("direk", "somsri");
        assertThat(ids(register.holdersOfPost("ศสน.", "DIRECTOR", at("2021-07-16T00:00+07:00"))))
                .containsExactly("direk");
        assertThat(ids(register.holdersOfPost("กค.", "DIRECTOR", JULY))).containsExactly("kanda");
    }

    @Test
    void aRoleThatOnlyDelegationsFillAndNobodyFillsIsAFinding() {
        StaffRegister register = files.register("kanda," + ROLE + ",,,2020-10-01,2021-09-30,1/2563\n", "");

        assertThat(register.findings(Set.of(ROLE), JULY)).isEmpty();
        assertThat(register.findings(Set.of(ROLE), at("2021-10-01T00:00+07:00")))
                .extracting(Finding::place)
                .containsExactly("role " + ROLE);
    }

    @Test
    void anOrderForSomeoneWhomTheDirectoryDoesNotKnowIsAFinding() {
        StaffRegister register = files.register("gone," + ROLE + ",,,2020-10-01,2021-09-30,1/2563\n", "");

        assertThat(register.findings(Set.of(), JULY))
                .singleElement()
                .satisfies(finding -> assertThat(finding.line()).contains("officer gone"));
        assertThat(register.findings(Set.of(), at("2021-10-01T00:00+07:00"))).isEmpty();
    }

    @Test
    void nobodyActsWithoutAnOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Delegation(
                        new OfficerId("kanda"), ROLE, RoleScope.ALL, new Term(LocalDate.of(2021, 1, 1), null), " "))
                .withMessageContaining("order number");
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private static List<String> ids(List<Officer> officers) {
        return officers.stream().map(officer -> officer.id().value()).toList();
    }
}

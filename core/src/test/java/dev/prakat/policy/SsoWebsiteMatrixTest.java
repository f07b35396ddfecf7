package dev.prakat.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.category.Category;
import dev.prakat.category.CategoryId;
import dev.prakat.duty.MatrixRow;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The built-in matrix against a copy of its source. */
class SsoWebsiteMatrixTest {

    private static final AgencyPolicy POLICY = AgencyPolicy.builtIn("sso-website");

    @Test
    @Tag("S001-R01")
    @Tag("S001-R15")
    @Tag("S001-R20")
    @Tag("S001-R25")
    void printsTheSourceCellForCell() throws IOException {
        StringWriter out = new StringWriter();
        MatrixCsv.write(out, POLICY);

        assertThat(out.toString().lines()).containsExactlyElementsOf(sourceWithoutItsLastColumns());
        assertThat(out.toString()).endsWith("\n").doesNotContain("\r");
    }

    @Test
    @Tag("S001-R15")
    void readsEveryPrintedTokenAndKeepsTheCellBesideIt() {
        assertThat(POLICY.matrix().rows())
                .hasSize(121)
                .allSatisfy(row -> assertThat(row.cells())
                        .containsOnlyKeys("DATA", "PUBLISH", "VERIFY")
                        .allSatisfy((duty, cell) -> assertThat(cell.unknown()).isEmpty()));
        MatrixRow spaced = POLICY.matrix()
                .row(new CategoryId("wcf-statistics-8-fund-budget"))
                .orElseThrow();
        assertThat(spaced.cells().get("VERIFY").printed()).isEqualTo("กวพ./สกท./ ศสน.");
        assertThat(spaced.cells().get("VERIFY").holders()).containsExactly("กวพ.", "สกท.", "ศสน.");
    }

    @Test
    @Tag("S001-R15")
    void hasTheCountsOfTheSource() {
        List<MatrixRow> internal = POLICY.matrix().rows().stream()
                .filter(row -> category(row).section().equals("2.1"))
                .toList();
        List<MatrixRow> held = internal.stream().filter(MatrixRow::complete).toList();

        assertThat(internal).hasSize(118);
        assertThat(internal.stream().filter(row -> category(row).group())).hasSize(17);
        assertThat(held)
                .hasSize(101)
                .allSatisfy(row -> assertThat(row.cells().get("PUBLISH").printed())
                        .isEqualTo(row.cells().get("DATA").printed()));
        assertThat(held.stream()
                        .filter(row -> row.cells()
                                .get("VERIFY")
                                .holders()
                                .equals(row.cells().get("DATA").holders())))
                .hasSize(49);
        assertThat(held.stream().filter(SsoWebsiteMatrixTest::verifyIsDataAndCentre))
                .hasSize(52);
    }

    @Test
    @Tag("S001-R01")
    void listsEverythingButWhatSomebodyMustAgreeToFirst() {
        assertThat(POLICY.categories().all().stream()
                        .filter(category -> !category.listed())
                        .map(Category::row))
                .containsExactly("M119", "M120", "X001");
    }

    @Test
    @Tag("S001-R01")
    void everyLabelOfTheListIsOneOfItsRow() {
        assertThat(RuleAssertions.text("source-list.csv").lines().skip(1))
                .hasSize(118)
                .allSatisfy(line -> {
                    Category category = POLICY.categories().require(line.substring(0, 4));
                    String label = line.substring(5).replaceAll("^\"|\"$", "");
                    assertThat(Stream.concat(Stream.of(category.label()), category.variants().stream())
                                    .map(text -> text.replaceAll("\\s", "")))
                            .contains(label.replaceAll("\\s", ""));
                });
    }

    @Test
    void namesTheRuleOfEveryRow() {
        assertThat(POLICY.categories().all())
                .allSatisfy(category -> assertThat(category.rule())
                        .isEqualTo(
                                switch (category.section()) {
                                    case "2.2" -> "S001-R20";
                                    case "2.3" -> "S001-R25";
                                    case "1" -> "S001-R02";
                                    default -> "S001-R15";
                                }));
    }

    private static boolean verifyIsDataAndCentre(MatrixRow row) {
        List<String> expected = new ArrayList<>(row.cells().get("DATA").holders());
        expected.add("ศสน.");
        return row.cells().get("VERIFY").holders().equals(expected);
    }

    private static Category category(MatrixRow row) {
        return POLICY.categories().find(row.category()).orElseThrow();
    }

    /** The source ends each line with four columns about the scan, none of which holds a comma. */
    private static List<String> sourceWithoutItsLastColumns() throws IOException {
        try (InputStream in = SsoWebsiteMatrixTest.class.getResourceAsStream("source-matrix.csv")) {
            String source = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            return source.lines()
                    .map(line -> line.replaceFirst("(,[^,\"]*){4}$", ""))
                    .collect(Collectors.toList());
        }
    }
}

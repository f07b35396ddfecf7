package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.cli.CommandLineRun.Result;
import dev.prakat.policy.AgencyPolicy;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that read policies. */
class PolicyCommandsTest {

    private static final List<String> FILES =
            List.of("policy.yaml", "units.csv", "matrix.csv", "texts_th.properties", "texts_en.properties");

    @TempDir
    private Path folder;

    @Test
    void listNamesThePoliciesThatAreShipped() {
        assertThat(run("policy", "list").out()).startsWith("sso-website  มาตรการ");
        assertThat(run("policy", "list", "--json").json().get(0).get("id").asText())
                .isEqualTo("sso-website");
    }

    @Test
    void showPrintsAPolicyInBothLanguagesAndForMachines() {
        assertThat(run("policy", "show", "sso-website").out())
                .contains("สำนักงานประกันสังคม", "s001-2-1-1", "[S001-R10]");
        assertThat(run("--lang", "en", "policy", "show").out()).contains("Social Security Office", "within 3 days");
        JsonNode json = run("policy", "show", "--json").json();
        assertThat(json.get("categories").asInt()).isEqualTo(121);
        assertThat(json.get("procedures")
                        .get(0)
                        .get("steps")
                        .get(1)
                        .get("limit")
                        .asText())
                .isEqualTo("3d");
        assertThat(json.get("gaps").toString()).contains("M037");
    }

    @Test
    @Tag("S001-R15")
    void matrixPrintsEveryRowAsTheSourceDoes() {
        List<String> csv =
                run("policy", "matrix", "sso-website", "--csv").out().lines().toList();

        assertThat(csv).hasSize(121);
        assertThat(csv.get(0)).isEqualTo("row,section,level1,level2,level3,item,data,publish,verify");
        assertThat(csv.get(3))
                .isEqualTo("M003,2.1,เกี่ยวกับประกันสังคม,เกี่ยวกับองค์กร,,ประวัติสำนักงานประกันสังคม,ศสน.,ศสน.,ศสน.");
        assertThat(csv.get(92)).endsWith("กวพ./สกท.,กวพ./สกท.,กวพ./สกท./ ศสน.");
        assertThat(run("policy", "matrix", "--json").json()).hasSize(121);
        assertThat(run("policy", "matrix").out().lines()).hasSize(121);
    }

    @Test
    void diffSaysWhatTwoPoliciesSayDifferently() throws Exception {
        copyPolicy();
        assertThat(run("policy", "diff", "sso-website", folder.toString()).out())
                .contains("เหมือนกัน");
        assertThat(run("policy", "diff", "sso-website", "phan-dho").out())
                .contains("- procedure s001-2-1-1", "+ procedure s003-publish");
    }

    @Test
    void whoNamesTheUnitsThatAnswerOrSaysWhyNobodyDoes() {
        Result found = run("policy", "who", "--category", "M028", "--duty", "verify", "--on", "2021-03-01");
        assertThat(found.code()).isEqualTo(ExitCode.DONE);
        assertThat(found.out()).contains("กองคลัง", "สปส.กทม.12");
        Result nobody = run("policy", "who", "--category", "procurement-contracts", "--duty", "DATA", "--json");
        assertThat(nobody.code()).isEqualTo(ExitCode.FINDING);
        assertThat(nobody.json().get("explanation").asText()).contains("no duty-holder configured");
    }

    @Test
    void showWritesAPage() throws Exception {
        Path page = folder.resolve("policy.html");

        assertThat(run("policy", "show", "phan-dho", "--html", page.toString()).code())
                .isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(page)).startsWith("<!DOCTYPE html>").contains("<svg");
    }

    @Test
    void matrixRefusesTwoFormsAtOnce() {
        assertThat(run("policy", "matrix", "--csv", "--json").code()).isEqualTo(ExitCode.WRONG_USE);
    }

    @Test
    void checkListsEveryMistakeWithFileRowRuleAndRemedy() throws Exception {
        copyPolicy();
        Path matrix = folder.resolve("matrix.csv");
        Files.writeString(
                matrix,
                Files.readString(matrix)
                        .replace("กบค.", "กขฃ.")
                        .replaceFirst("vision-mission,", "organisation-history,"));

        Result found = run("policy", "check", folder.toString());
        JsonNode json = run("policy", "check", folder.toString(), "--json").json();
        Result used = run("policy", "show", folder.toString());

        assertThat(found.code()).isEqualTo(ExitCode.FINDING);
        assertThat(found.out()).contains("matrix.csv:5", "matrix.csv:25", "กขฃ.", " -> ");
        assertThat(json.get("loads").asBoolean()).isFalse();
        assertThat(json.get("errors").get(0).get("remedy").asText()).isNotEmpty();
        assertThat(used.code()).isEqualTo(ExitCode.FINDING);
        assertThat(used.err()).contains("matrix.csv:5", "matrix.csv:25");
    }

    @Test
    void checkAcceptsAFolderThatIsSoundAndNamesItsGaps() throws Exception {
        copyPolicy();

        Result found = run("policy", "check", folder.toString());

        assertThat(found.code()).isEqualTo(ExitCode.DONE);
        assertThat(found.out()).contains("M037");
        assertThat(run("policy", "show", folder.toString()).code()).isEqualTo(ExitCode.DONE);
    }

    @Test
    void aFolderThatIsMissingIsAFinding() {
        assertThat(run("policy", "check", folder.resolve("none").toString()).code())
                .isEqualTo(ExitCode.FINDING);
        assertThat(run("policy", "show", "none").code()).isEqualTo(ExitCode.FINDING);
    }

    private void copyPolicy() throws Exception {
        for (String name : FILES) {
            try (InputStream in = AgencyPolicy.class.getResourceAsStream("sso-website/" + name)) {
                Files.copy(Objects.requireNonNull(in, name), folder.resolve(name));
            }
        }
    }

    private static Result run(String... args) {
        return CommandLineRun.plain("", args);
    }
}

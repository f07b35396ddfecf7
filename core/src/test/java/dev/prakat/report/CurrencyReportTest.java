package dev.prakat.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.SampleAgency;
import dev.prakat.TestAgency;
import dev.prakat.item.ItemId;
import dev.prakat.policy.AgencyPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A category is out of date when nothing of it was made public within its update period. */
@Tag("S001-R04")
@Tag("S003-R18")
class CurrencyReportTest {

    private static final List<String> FILES =
            List.of("policy.yaml", "units.csv", "matrix.csv", "texts_th.properties", "texts_en.properties");

    @TempDir
    private Path folder;

    private TestAgency agency;

    @BeforeEach
    void open() throws IOException {
        AgencyPolicy policy = AgencyPolicy.load(withUpdatePeriods());
        agency = new TestAgency(
                folder.resolve("data"), SampleAgency.socialSecurityOffice().with(policy));
    }

    @AfterEach
    void close() {
        agency.close();
    }

    /** Beside what the policy sets as it is shipped, news are to be updated every 30 days, recruitment every 6 months. */
    private Path withUpdatePeriods() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("policy"));
        for (String name : FILES) {
            try (InputStream in = AgencyPolicy.class.getResourceAsStream("sso-website/" + name)) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                if (name.equals("matrix.csv")) {
                    text = text.lines()
                            .map(CurrencyReportTest::withPeriod)
                            .reduce("", (all, line) -> all + line + "\n");
                }
                Files.writeString(copy.resolve(name), text);
            }
        }
        return copy;
    }

    /** The column stands before the last three. */
    private static String withPeriod(String line) {
        String period = line.startsWith("news-releases,") ? "30d" : line.startsWith("recruitment,") ? "6mo" : "";
        return line.replaceFirst("(?=,yes,S001-R15,yes$)", period);
    }

    @Test
    void aCategoryIsCountedFromWhatWasLastMadePublicOfIt() {
        ItemId last = agency.approved(TestAgency.draft("ข่าว", LocalDate.of(2021, 3, 1), LocalDate.of(2021, 12, 31)));
        agency.prakat().sweep();
        agency.at("2021-03-31T02:00:00Z");
        assertThat(currency().cell("news-releases", "standing").value()).isEqualTo("CURRENT");

        agency.at("2021-04-05T02:00:00Z");

        ReportSection found = currency();
        assertThat(found.cell("news-releases", "standing").value()).isEqualTo("OUT_OF_DATE");
        assertThat(found.cell("news-releases", "last").behind()).containsExactly(last.value());
        assertThat(found.cell("news-releases", "next").value()).isEqualTo("2021-03-31");
        assertThat(found.cell("news-releases", "late-days").value()).isEqualTo("5");
        assertThat(found.cell("recruitment", "standing").value()).isEqualTo("NEVER");
        assertThat(found.cell("recruitment", "last").kind()).isEqualTo(ReportCell.Kind.NONE);
    }

    @Test
    void theFormsPrintThePeriodInWordsAndKeepItForMachines() {
        ReportDocument report = document();

        assertThat(report.toHtml(false)).contains("30 วัน", "6 เดือน");
        assertThat(report.toJson(false)).contains("\"P30D\"", "\"P6M\"");
        assertThat(report.section("currency-summary").cell("NEVER", "number").behind())
                .as("and what bears its period in its own title")
                .containsExactlyInAnyOrder(
                        "news-releases",
                        "recruitment",
                        "procurement-monthly-summary",
                        "ssf-statistics-1-workplaces-monthly",
                        "reports-annual-sso",
                        "reports-annual-compensation-fund");
    }

    private ReportSection currency() {
        return document().section("currency");
    }

    private ReportDocument document() {
        Reports reports = agency.prakat().reports();
        return reports.currency(reports.periods().named("2564-Q2"));
    }
}

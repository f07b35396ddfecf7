package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.prakat.cli.CommandLineRun.Result;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands that ask the government's calendar. */
class CalendarCommandsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "--start 2021-04-01 --limit 25wd,2021-05-17T23:59:59.999+07:00,17 พฤษภาคม 2564 เวลา 23:59 น.",
        "--start 2021-04-01 --limit 25wd --first-day include,2021-05-14T23:59:59.999+07:00,14 พฤษภาคม 2564 เวลา 23:59 น.",
        "--start 2021-04-09 --limit 3d,2021-04-16T23:59:59.999+07:00,16 เมษายน 2564 เวลา 23:59 น.",
        "--start 2021-04-09 --limit 3d --last-day keep,2021-04-12T23:59:59.999+07:00,12 เมษายน 2564 เวลา 23:59 น.",
        "--start 2021-04-09 --limit 3d --last-day roll-back,2021-04-09T23:59:59.999+07:00,9 เมษายน 2564 เวลา 23:59 น.",
        "--start 2021-04-09 --limit 3d --mode working,2021-04-20T23:59:59.999+07:00,20 เมษายน 2564 เวลา 23:59 น.",
        "--start 2021-03-01 --limit 1w,2021-03-08T23:59:59.999+07:00,8 มีนาคม 2564 เวลา 23:59 น.",
        "--start 2021-03-01 --limit 2mo --last-day keep,2021-05-01T23:59:59.999+07:00,1 พฤษภาคม 2564 เวลา 23:59 น.",
        "--start 2021-03-01T16:15 --limit 30min,2021-03-02T08:45+07:00,2 มีนาคม 2564 เวลา 08:45 น.",
        "--start 2021-03-01T16:15 --limit 1h --hours elapsed,2021-03-01T17:15+07:00,1 มีนาคม 2564 เวลา 17:15 น.",
        "--start 2022-11-15 --limit 1wd --scope NBI,2022-11-21T23:59:59.999+07:00,21 พฤศจิกายน 2565 เวลา 23:59 น.",
        "--start 2022-11-15 --limit 1wd --scope NATIONAL,2022-11-16T23:59:59.999+07:00,16 พฤศจิกายน 2565 เวลา 23:59 น."
    })
    @Tag("AT-01")
    @Tag("AT-38")
    void duePrintsIsoAndTheThaiDate(String options, String iso, String thai) {
        Result result = due(options.split(" "));

        assertThat(result.code()).isEqualTo(ExitCode.DONE);
        assertThat(result.out().lines().limit(2)).containsExactly(iso, thai);
        assertThat(result.err()).isEmpty();
    }

    @Test
    void dueNamesTheHolidaysThatItLeftOut() {
        Result thai = due("--start", "๑ เมษายน ๒๕๖๔", "--limit", "25wd");
        JsonNode json =
                due("--json", "--start", "2021-04-01", "--limit", "25wd").json();

        assertThat(thai.out().lines().skip(2)).hasSize(7).first().asString().contains("2021-04-06", "วันจักรี");
        assertThat(json.get("date").asText()).isEqualTo("2021-05-17");
        assertThat(json.get("thai").asText()).startsWith("17 พฤษภาคม 2564");
        assertThat(json.get("calendar").asText()).hasSize(64);
        assertThat(json.get("holidays")).hasSize(7);
    }

    @Test
    void dueWarnsOfAGuessedCenturyAndOfUnknownYears() {
        assertThat(due("--start", "1 เม.ย. 64", "--limit", "25wd").err()).contains("1 เมษายน 2564");
        assertThat(due("--start", "2040-01-02", "--limit", "3d").err()).contains("3 มกราคม 2571");
    }

    @ParameterizedTest
    @CsvSource({
        "--start 2021-02-29 --limit 3d,2021-02-29",
        "--start 2564-02-28 --limit 3d,did you mean 2021",
        "--start 2021-02-28 --limit 3x,25wd",
        "--start 2021-02-28 --limit 3d --scope NONTHABURI,PROVINCE:NONTHABURI",
        "--start 2021-02-28 --limit 3d --last-day forward,roll-forward",
        "--start 2021-02-28,--limit"
    })
    void dueSaysWhatItWantedInstead(String options, String message) {
        Result result = due(options.split(" "));

        assertThat(result.code()).isEqualTo(ExitCode.WRONG_USE);
        assertThat(result.err()).contains(message);
    }

    @Test
    void holidaysListsAYear() {
        Result thai = CommandLineRun.plain("", "calendar", "holidays", "--year", "2564");
        JsonNode json = CommandLineRun.plain("", "--json", "calendar", "holidays", "--year", "2021")
                .json();

        assertThat(thai.out()).contains("2021-04-06  6 เมษายน 2564  วันจักรี").doesNotContain("REGION");
        assertThat(json).hasSize((int) thai.out().lines().count());
        assertThat(CommandLineRun.plain("", "calendar", "holidays", "--year", "2565", "--scope", "NBI")
                        .out())
                .contains("2022-11-16", "PROVINCE:BKK");
    }

    @Test
    void holidaysOfAYearThatIsNotKnownIsAFinding() {
        Result result = CommandLineRun.plain("", "calendar", "holidays", "--year", "2599");

        assertThat(result.code()).isEqualTo(ExitCode.FINDING);
        assertThat(result.out()).contains("2599");
    }

    private static Result due(String... options) {
        return CommandLineRun.plain(
                "",
                Stream.concat(Stream.of("calendar", "due"), Stream.of(options)).toArray(String[]::new));
    }
}

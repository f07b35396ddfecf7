package dev.prakat.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The host owns the clock, the zone, the locale and the threads. What the machine would say is never asked. */
class NoMachineClockTest {

    private static final Pattern MACHINE = Pattern.compile("\\b(?:"
            + "(?:Instant|LocalDate|LocalTime|LocalDateTime|ZonedDateTime|OffsetDateTime|ThaiBuddhistDate|Year|YearMonth)"
            + "\\s*\\.\\s*now\\s*\\("
            + "|new\\s+Date\\s*\\(\\s*\\)"
            + "|System\\s*\\.\\s*currentTimeMillis"
            + "|Clock\\s*\\.\\s*system\\w*"
            + "|InstantSource\\s*\\.\\s*system"
            + "|Calendar\\s*\\.\\s*getInstance"
            + "|ZoneId\\s*\\.\\s*systemDefault"
            + "|TimeZone\\s*\\.\\s*getDefault"
            + "|Locale\\s*\\.\\s*getDefault"
            + "|Charset\\s*\\.\\s*defaultCharset"
            + "|Thread\\s*\\.\\s*sleep"
            + ")");

    /**
     * A call that may stand.
     *
     * @param file the file, from the root
     * @param call the call, without blanks
     * @param reason why it may
     */
    private record Allowed(String file, String call, String reason) {}

    private static final List<Allowed> ALLOWED = List.of(
            new Allowed(
                    "core/src/main/java/dev/prakat/PrakatBuilder.java",
                    "Clock.systemUTC",
                    "the one place where a clock comes in when the host gives none"),
            new Allowed(
                    "examples/cli/src/main/java/dev/prakat/cli/GlobalOptions.java",
                    "Clock.systemUTC",
                    "the command line is the host: its clock when no --now is given"),
            new Allowed(
                    "examples/mail/src/main/java/dev/prakat/mail/SendTestMail.java",
                    "Clock.systemUTC",
                    "a program of its own: the date of its one letter"));

    /** A call that was found. */
    private record Call(String file, int line, String call) {}

    @Test
    void mainCodeAsksNothingOfTheMachine() {
        List<String> found = new ArrayList<>();
        Repository.mainSources()
                .forEach(file -> calls(Repository.name(file), Repository.read(file)).stream()
                        .filter(call -> ALLOWED.stream().noneMatch(allowed -> permits(allowed, call)))
                        .map(NoMachineClockTest::message)
                        .forEach(found::add));

        assertThat(found).isEmpty();
    }

    @Test
    void everyExceptionIsStillNeeded() {
        for (Allowed allowed : ALLOWED) {
            String source = Repository.read(Repository.root().resolve(allowed.file()));
            assertThat(calls(allowed.file(), source))
                    .as(
                            "%s: '%s' is allowed (%s) but not found; take it off the list",
                            allowed.file(), allowed.call(), allowed.reason())
                    .anyMatch(call -> permits(allowed, call));
        }
    }

    @Test
    void aForbiddenCallIsNoticedAndAWordInACommentIsNot() {
        String source =
                "// Instant.now() is forbidden\nInstant a = Instant\n  .now();\nlong b = System.currentTimeMillis();";

        assertThat(calls("A.java", source))
                .containsExactly(
                        new Call("A.java", 2, "Instant.now("), new Call("A.java", 4, "System.currentTimeMillis"));
    }

    private static List<Call> calls(String file, String source) {
        String code = JavaText.code(source);
        List<Call> calls = new ArrayList<>();
        Matcher matcher = MACHINE.matcher(code);
        while (matcher.find()) {
            calls.add(new Call(
                    file, JavaText.line(code, matcher.start()), matcher.group().replaceAll("\\s+(?!Date)", "")));
        }
        return calls;
    }

    private static boolean permits(Allowed allowed, Call call) {
        return allowed.file().equals(call.file()) && allowed.call().equals(call.call());
    }

    private static String message(Call call) {
        return call.file() + ":" + call.line() + ": found " + call.call()
                + ", expected the injected InstantSource, a named zone, locale or charset, and no waiting."
                + " Pass it in; an exception needs a reason in NoMachineClockTest.ALLOWED.";
    }
}

package dev.prakat.cli;

import dev.prakat.request.LetterHead;
import dev.prakat.request.RequestLetter;
import dev.prakat.request.RequestNumber;
import dev.prakat.spi.Actor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code request letter}: lists the letters about a request, or opens one to print it. */
@Command(name = "letter", mixinStandardHelpOptions = true)
final class RequestLetters implements Callable<Integer> {

    private final Session session;

    @Parameters(index = "0", paramLabel = "NUMBER", descriptionKey = "arg.request")
    private String number = "";

    @Parameters(index = "1", arity = "0..1", paramLabel = "LETTER", descriptionKey = "request.letter")
    private @Nullable String letter;

    @Option(names = "--reason", paramLabel = "TEXT", defaultValue = "", descriptionKey = "request.why-letter")
    private String reason = "";

    @Option(names = "--html", paramLabel = "FILE", descriptionKey = "request.html")
    private @Nullable Path html;

    RequestLetters(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        RequestNumber request = RequestCommands.number(number);
        return letter == null ? list(request) : open(request, letter);
    }

    private int list(RequestNumber request) {
        try (Opening opening = Opening.requestsToLookAt(session)) {
            List<LetterHead> letters = opening.prakat().requests().letters().list(request);
            session.answer(
                    letters.stream().map(Written::of).toList(),
                    () -> letters.isEmpty()
                            ? List.of(session.text("request.no-letters"))
                            : letters.stream().map(this::line).toList());
        }
        return ExitCode.DONE;
    }

    private String line(LetterHead head) {
        return head.number() + "  " + session.text("LetterKind." + head.kind())
                + (head.unit() == null ? "" : "  " + head.unit()) + "  " + session.printed(head.at());
    }

    private int open(RequestNumber request, String which) throws IOException {
        Actor actor = session.actor();
        try (Opening opening = Opening.requests(session)) {
            print(session, opening.prakat().requests().letters().open(actor, request, which, reason), html);
        }
        return ExitCode.DONE;
    }

    private static void print(Session session, RequestLetter letter, @Nullable Path file) throws IOException {
        if (file != null) {
            Files.writeString(file, letter.html(), StandardCharsets.UTF_8);
            session.answer(file.toString(), () -> List.of(session.text("complaint.exported", file)));
        } else {
            String text = session.messages().either(letter.text(), letter.textEnglish());
            session.answer(new Opened(letter.number(), letter.text(), letter.textEnglish()), () -> List.of(text));
        }
    }

    /** A letter in the list, for machines. */
    record Written(String number, String kind, @Nullable String unit, String written) {

        static Written of(LetterHead head) {
            return new Written(
                    head.number(), head.kind().name(), head.unit(), head.at().toString());
        }
    }

    /** A letter, for machines. */
    record Opened(String number, String thai, String english) {}

    /** {@code request ask}: a letter to a unit that owns the data. */
    @Command(name = "ask", mixinStandardHelpOptions = true)
    static final class Ask implements Callable<Integer> {

        private final Session session;

        @Parameters(paramLabel = "NUMBER", descriptionKey = "arg.request")
        private String number = "";

        @Option(names = "--unit", paramLabel = "UNIT", required = true, descriptionKey = "request.unit")
        private String unit = "";

        @Option(names = "--html", paramLabel = "FILE", descriptionKey = "request.html")
        private @Nullable Path html;

        Ask(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() throws IOException {
            Actor actor = session.actor();
            RequestNumber request = RequestCommands.number(number);
            try (Opening opening = Opening.requests(session)) {
                print(session, opening.prakat().requests().ask(actor, request, unit), html);
            }
            return ExitCode.DONE;
        }
    }
}

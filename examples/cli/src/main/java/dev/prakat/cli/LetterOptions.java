package dev.prakat.cli;

import dev.prakat.item.DraftAttachment;
import dev.prakat.item.Origin;
import dev.prakat.item.PersonalDataStatement;
import dev.prakat.item.Provider;
import dev.prakat.item.RegisteredLetter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where an item comes from: the letter, who answers for it, personal data. */
final class LetterOptions {

    @Option(names = "--source", paramLabel = "INTERNAL|MINISTRY|EXTERNAL")
    private @Nullable String source;

    @Option(names = "--letter-received", paramLabel = "NUMBER")
    private @Nullable String received;

    @Option(names = "--letter-number", paramLabel = "NUMBER")
    private @Nullable String number;

    @Option(names = "--letter-date", paramLabel = "DATE", converter = Moment.Converter.class)
    private @Nullable Moment date;

    @Option(names = "--letter-agency", paramLabel = "NAME")
    private @Nullable String agency;

    @Option(names = "--letter-signatory", paramLabel = "NAME")
    private @Nullable String signatory;

    @Option(names = "--letter-post", paramLabel = "POST")
    private @Nullable String post;

    @Option(names = "--letter-scan", paramLabel = "FILE")
    private @Nullable Path scan;

    @Option(names = "--provider", paramLabel = "NAME")
    private @Nullable String provider;

    @Option(names = "--provider-date", paramLabel = "DATE", converter = Moment.Converter.class)
    private @Nullable Moment providerDate;

    /** What options and front matter say together. */
    Origin origin(FrontMatter front) {
        String from = Given.or(source, front.source(), Origin.INTERNAL);
        return new Origin(from, letter(front.letter()), provider(front.provider()), personalData(front));
    }

    /** The scan, beside the body file where the front matter names it. */
    @Nullable
    Path scanFile(FrontMatter front, Function<String, Path> beside) {
        if (scan != null) {
            return scan;
        }
        FrontMatter.Letter said = front.letter();
        return said == null || said.scan() == null ? null : beside.apply(said.scan());
    }

    static @Nullable DraftAttachment attachment(@Nullable Path file) {
        return file == null ? null : DraftAttachment.of(file);
    }

    private @Nullable RegisteredLetter letter(FrontMatter.@Nullable Letter given) {
        FrontMatter.Letter said =
                given == null ? new FrontMatter.Letter(null, null, null, null, null, null, null) : given;
        boolean none = given == null
                && received == null
                && number == null
                && date == null
                && agency == null
                && signatory == null
                && post == null;
        if (none) {
            return null;
        }
        LocalDate day = Given.day("--letter-date (letter: date:)", date, said.date());
        if (day == null) {
            throw new WrongUse("--letter-date: found none, expected the date of the letter, for example 26 ก.พ. 2564");
        }
        return new RegisteredLetter(
                Given.or(received, said.received(), ""),
                Given.or(number, said.number(), ""),
                day,
                Given.or(agency, said.agency(), ""),
                Given.or(signatory, said.signatory(), ""),
                Given.or(post, said.post(), ""));
    }

    private @Nullable Provider provider(FrontMatter.@Nullable Signed given) {
        String name = Given.or(provider, given == null ? null : given.name(), "");
        LocalDate day =
                Given.day("--provider-date (provider: date:)", providerDate, given == null ? null : given.date());
        if (name.isEmpty() && day == null) {
            return null;
        }
        if (name.isEmpty() || day == null) {
            throw new WrongUse("found --provider or --provider-date alone, expected both");
        }
        return new Provider(name, day);
    }

    private static @Nullable PersonalDataStatement personalData(FrontMatter front) {
        FrontMatter.PersonalData said = front.personalData();
        return said == null
                ? null
                : new PersonalDataStatement(
                        Given.or(null, said.lawfulBasis(), ""),
                        Given.or(null, said.purpose(), ""),
                        Given.or(null, said.dataSubjects(), ""),
                        said.redacted());
    }
}

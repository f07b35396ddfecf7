package dev.prakat.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a body file says of its item above the body: YAML, or JSON, between two lines {@code ---}. Its keys are those of the
 * options; an option that is given wins.
 */
record FrontMatter(
        @Nullable String category,
        @Nullable String title,
        @Nullable String summary,
        @Nullable String language,
        @Nullable String link,
        @Nullable String remark,
        @Nullable Map<String, String> fields,
        @Nullable List<String> attach,
        @Nullable String from,
        @Nullable String until,
        @Nullable String permanent,
        @Nullable String review,
        @Nullable String target,
        @Nullable String kind,
        @Nullable String redirectTo,
        @Nullable String source,
        @Nullable Letter letter,
        @Nullable Signed provider,
        @Nullable PersonalData personalData) {

    private static final String LINE = "---";
    private static final int MOST = 100_000;

    private static final ObjectMapper YAML =
            new ObjectMapper(new YAMLFactory()).enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private static final FrontMatter NONE = new FrontMatter(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null);

    /** The letter with which it came. */
    record Letter(
            @Nullable String received,
            @Nullable String number,
            @Nullable String date,
            @Nullable String agency,
            @Nullable String signatory,
            @Nullable String post,
            @Nullable String scan) {}

    /** Who answers for it, and since when. */
    record Signed(@Nullable String name, @Nullable String date) {}

    /** Why it may hold personal data. */
    record PersonalData(
            @Nullable String lawfulBasis,
            @Nullable String purpose,
            @Nullable String dataSubjects,
            boolean redacted) {}

    /** A body file, taken apart. */
    record File(FrontMatter front, String body) {}

    /** Takes a body file apart. Without the first line it is all body. */
    static File split(String name, String text) {
        if (!text.startsWith(LINE + "\n") && !text.startsWith(LINE + "\r\n")) {
            return new File(NONE, text);
        }
        int begins = text.indexOf('\n') + 1;
        int ends = text.indexOf("\n" + LINE, begins - 1);
        if (ends < 0 || ends > MOST) {
            throw refused(name, "found a first line --- and no second one; end what is said of the item with ---");
        }
        int body = text.indexOf('\n', ends + 1);
        String front = text.substring(begins, Math.max(begins, ends));
        return new File(front.isBlank() ? NONE : read(name, front), body < 0 ? "" : text.substring(body + 1));
    }

    private static FrontMatter read(String name, String front) {
        try {
            FrontMatter read = YAML.readValue(front, FrontMatter.class);
            return read == null ? NONE : read;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr() + 1;
            throw refused(name, "line " + line + ": " + e.getOriginalMessage());
        }
    }

    private static PrakatException refused(String name, String why) {
        return new PrakatException(ProblemCode.INVALID_INPUT, "body " + name + ": " + why);
    }
}

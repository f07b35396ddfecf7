package dev.prakat.request;

import dev.prakat.calendar.ThaiDate;
import dev.prakat.policy.MemoHead;
import dev.prakat.policy.RequestPolicy;
import dev.prakat.problem.Finding;
import dev.prakat.request.RequestLetter.LetterKind;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.commons.text.StringSubstitutor;
import org.apache.commons.text.lookup.StringLookupFactory;

/**
 * The policy's texts of one kind of letter in one language. A placeholder stands for one of the values and for nothing else: no
 * lookup of scripts, files or the environment, no default, and a value is never read as a template. Stateless.
 *
 * @param policy whose texts
 * @param kind which letter
 * @param locale the language
 */
record LetterTemplate(RequestPolicy policy, LetterKind kind, Locale locale) {

    static final Locale THAI = Locale.forLanguageTag("th");

    /** What a template may name. */
    static final List<String> NAMES =
            List.of("request", "received", "topic", "wanted", "requester", "unit", "division", "agency", "due");

    /** Fills it in; number and date are printed as they are given. */
    LetterText fill(Map<String, String> given, String number, String date) {
        Map<String, String> values = new HashMap<>();
        given.forEach((name, value) -> values.put(name, oneLine(value)));
        MemoHead head = policy.letters();
        String agency = values.get("agency") + " " + values.get("division");
        boolean thai = locale.equals(THAI);
        return new LetterText(
                thai
                        ? ThaiDate.inThaiDigits(
                                agency + " " + head.section() + LetterText.TELEPHONE_TH + head.telephone())
                        : agency + LetterText.TELEPHONE_EN + head.telephone(),
                number,
                date,
                part("subject", values),
                part("addressee", values),
                part("body", values),
                part("closing", values),
                fill("letter.signatory." + kind, values));
    }

    /** Finds placeholders that stand for nothing. */
    void check(Consumer<Finding> findings) {
        Map<String, String> values = new HashMap<>();
        NAMES.forEach(name -> values.put(name, name));
        for (String what : List.of("subject", "addressee", "body", "closing")) {
            check("letter." + kind + "." + what, values, findings);
        }
        check("letter.signatory." + kind, values, findings);
    }

    private void check(String key, Map<String, String> values, Consumer<Finding> findings) {
        try {
            fill(key, values);
        } catch (IllegalArgumentException e) {
            findings.accept(new Finding(
                    "texts_" + locale.getLanguage() + ".properties, " + key,
                    "S000-R17",
                    String.valueOf(e.getMessage()),
                    "use only placeholders of these names: " + String.join(", ", NAMES)));
        }
    }

    private String part(String what, Map<String, String> values) {
        String text = fill("letter." + kind + "." + what, values);
        return locale.equals(THAI) ? ThaiDate.inThaiDigits(text) : text;
    }

    private String fill(String key, Map<String, String> values) {
        return new StringSubstitutor(StringLookupFactory.INSTANCE.mapStringLookup(values))
                .setDisableSubstitutionInValues(true)
                .setEnableSubstitutionInVariables(false)
                .setEnableUndefinedVariableException(true)
                .setValueDelimiterMatcher(null)
                .replace(policy.text(key, locale));
    }

    /** What somebody wrote can neither begin a line of the letter nor turn the direction of its text. */
    private static String oneLine(String value) {
        return value.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}]+", " ")
                .replaceAll("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]", "")
                .replaceAll(" {2,}", " ")
                .strip();
    }
}

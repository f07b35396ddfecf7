package dev.prakat.mail;

import dev.prakat.spi.PrakatListener.Event;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of a letter, from message bundles. Only the details that a text names are printed. What officers wrote is text and
 * stays text: a gap in it is not filled, a line break in it ends no header, a direction mark in it turns nothing round.
 */
final class MailText {

    private static final Pattern GAP = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+");
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}&&[^\\n\\t]]");
    private static final Pattern TURNING = Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
    private static final int LONGEST_SUBJECT = 150;
    private static final int LONGEST_VALUE = 4_000;

    private final ResourceBundle texts;
    private final URI portal;
    private final boolean thai;

    MailText(Locale language, URI portal) {
        this.thai = !language.getLanguage().equals("en");
        this.texts = ResourceBundle.getBundle(
                "dev.prakat.mail.letters",
                thai ? Locale.forLanguageTag("th") : Locale.ENGLISH,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.portal = portal;
    }

    /** One line, never an encoded word of somebody's making; cut where it is too long to be read in a list of letters. */
    String subject(Event event) {
        String line = filled(text(event, ".subject"), event).replace("=?", "= ?");
        return shortened(BREAKS.matcher(line).replaceAll(" ").strip(), LONGEST_SUBJECT);
    }

    String body(Event event) {
        return filled(text(event, ".body") + "\n" + texts.getString("foot"), event);
    }

    private String text(Event event, String part) {
        String key = event.type() + part;
        return texts.getString(texts.containsKey(key) ? key : "other" + part);
    }

    private String filled(String pattern, Event event) {
        Map<String, String> values = new HashMap<>(event.details());
        // What the event says in both languages is taken in the one of the letter.
        values.put("label", values.getOrDefault(thai ? "labelTh" : "labelEn", "-"));
        values.put("until", values.getOrDefault(thai ? "dueTh" : "due", "-"));
        values.put("type", event.type());
        values.put("item", event.subject());
        values.put("officer", event.actor().value());
        values.put("link", portal + event.subject());
        return GAP.matcher(pattern)
                .replaceAll(gap -> Matcher.quoteReplacement(harmless(values.getOrDefault(gap.group(1), "-"))));
    }

    private static String harmless(String value) {
        String lines = value.replace("\r\n", "\n").replace('\r', '\n');
        String visible = INVISIBLE.matcher(lines).replaceAll(" ");
        return shortened(TURNING.matcher(visible).replaceAll(""), LONGEST_VALUE);
    }

    private static String shortened(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest)) + "…";
    }
}

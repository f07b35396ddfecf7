package dev.prakat.request;

import dev.prakat.request.LetterText.LetterWords;
import org.jsoup.nodes.Entities;

/**
 * A letter as a page to print on A4: Thai first, English on a page of its own. Nothing is loaded from anywhere and nothing runs.
 * Every part is escaped as the last thing that happens to it. Stateless.
 */
final class LetterPage {

    private static final String HEAD = """
            <!DOCTYPE html>
            <html lang="th"><head><meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{title}</title><style>
            @page { size: A4; margin: 25mm 20mm 20mm 30mm }
            body { font: 16pt/1.35 "TH Sarabun New", Sarabun, "Noto Sans Thai", sans-serif; max-width: 160mm; margin: 1em auto }
            dl { margin: 0 0 1em; display: grid; grid-template-columns: max-content 1fr; gap: 0 .6em }
            dt { font-weight: bold }
            dd { margin: 0; overflow-wrap: anywhere }
            p { margin: 0 0 .6em; text-indent: 2.5em; overflow-wrap: anywhere }
            .sign { margin: 3.5em 0 0 45%; text-align: center; break-inside: avoid }
            section + section { break-before: page; margin-top: 3em }
            </style></head><body><main>
            """;

    private LetterPage() {}

    static String html(LetterText thai, LetterText english) {
        StringBuilder html = new StringBuilder(HEAD.replace("{title}", text(thai.number() + " " + thai.subject())));
        section(html, "th", LetterWords.TH, thai);
        section(html, "en", LetterWords.EN, english);
        return html.append("</main></body></html>\n").toString();
    }

    private static void section(StringBuilder html, String language, LetterWords words, LetterText letter) {
        html.append("<section lang=\"").append(language).append("\">\n<dl>");
        part(html, words.office(), letter.office());
        part(html, words.number(), letter.number());
        part(html, words.date(), letter.date());
        part(html, words.addressee(), letter.addressee());
        html.append("</dl>\n<h1 style=\"font-size: 1em\">")
                .append(words.subject())
                .append(' ')
                .append(text(letter.subject()))
                .append("</h1>\n");
        letter.paragraphs()
                .forEach(paragraph -> html.append("<p>").append(text(paragraph)).append("</p>\n"));
        html.append("<p>").append(text(letter.closing())).append("</p>\n");
        html.append("<div class=\"sign\">(......................................................)<br>")
                .append(text(letter.signatory()))
                .append("</div>\n</section>\n");
    }

    private static void part(StringBuilder html, String name, String value) {
        html.append("<dt>").append(name).append("</dt><dd>").append(text(value)).append("</dd>\n");
    }

    private static String text(String value) {
        return Entities.escape(value);
    }
}

package dev.prakat.request;

import dev.prakat.request.LetterText.LetterWords;
import dev.prakat.request.RequestLetter.LetterKind;
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
            * { box-sizing: border-box }
            body { font: 17px/1.5 "TH Sarabun New", Sarabun, Laksaman, "Noto Sans Thai", Loma, sans-serif; color: #000;
              background: #fff; max-width: 165mm; margin: 1em auto; padding: 0 1em }
            h1 { font-size: 1.7em; text-align: center; line-height: 1.3; margin: .2em 0 .6em }
            h1.line { font-size: 1em; font-weight: normal; text-align: left; line-height: inherit; margin: 0 }
            p { margin: 0; overflow-wrap: anywhere } strong { margin-right: .5em }
            .two { display: flex; flex-wrap: wrap; gap: 0 2em } .two p { flex: 1 1 9em } .telephone { white-space: nowrap }
            .day { text-align: center; margin: .6em 0 } .foot { margin-top: 3em }
            p.para { text-indent: 2.5em; margin: .6em 0 }
            .sign { margin: 2em 0 0 auto; width: fit-content; min-width: 16em; max-width: 100%; text-align: center;
              break-inside: avoid } .sign span { display: block; height: 2.6em }
            section + section { break-before: page; margin-top: 3em }
            @media print { body { font-size: 16pt; margin: 0; padding: 0; max-width: none } section + section { margin: 0 } }
            </style></head><body><main>
            """;

    private LetterPage() {}

    static String html(LetterKind kind, LetterText thai, LetterText english) {
        StringBuilder html = new StringBuilder(HEAD.replace("{title}", text(thai.number() + " " + thai.subject())));
        boolean outside = kind == LetterKind.NOT_HELD || kind == LetterKind.COVER;
        section(html, "th", LetterWords.TH, thai, outside);
        section(html, "en", LetterWords.EN, english, outside);
        return html.append("</main></body></html>\n").toString();
    }

    private static void section(
            StringBuilder html, String language, LetterWords words, LetterText letter, boolean outside) {
        html.append("<section lang=\"").append(language).append("\">\n");
        if (outside) {
            html.append("<div class=\"two\">");
            part(html, words.number(), letter.number());
            html.append("<p>").append(text(letter.sender())).append("</p></div>\n<p class=\"day\">");
            html.append(text(letter.date())).append("</p>\n<h1 class=\"line\"><strong>");
            html.append(words.subject()).append("</strong> ").append(text(letter.subject()));
            html.append("</h1>\n");
        } else {
            html.append("<h1>").append(words.memo()).append("</h1>\n");
            html.append("<p><strong>").append(words.office()).append("</strong> ");
            office(html, letter);
            html.append("</p>\n");
            html.append("<div class=\"two\">");
            part(html, words.number(), letter.number());
            part(html, words.date(), letter.date());
            html.append("</div>\n");
            part(html, words.subject(), letter.subject());
        }
        part(html, words.addressee(), letter.addressee());
        letter.paragraphs().forEach(paragraph -> paragraph(html, paragraph));
        paragraph(html, letter.closing());
        html.append("<div class=\"sign\">");
        if (outside) {
            html.append(words.regards());
        }
        html.append("<span></span>")
                .append(LetterText.SIGNATURE)
                .append("<br>")
                .append(text(letter.signatory()))
                .append("</div>\n");
        if (outside) {
            html.append("<p class=\"foot\">");
            office(html, letter);
            html.append("</p>\n");
        }
        html.append("</section>\n");
    }

    /** The telephone number stays on one line. */
    private static void office(StringBuilder html, LetterText letter) {
        String sender = letter.sender();
        html.append(text(sender)).append(" <span class=\"telephone\">");
        html.append(text(letter.office().substring(sender.length()).strip())).append("</span>");
    }

    private static void part(StringBuilder html, String name, String value) {
        html.append("<p><strong>")
                .append(name)
                .append("</strong> ")
                .append(text(value))
                .append("</p>\n");
    }

    private static void paragraph(StringBuilder html, String words) {
        html.append("<p class=\"para\">").append(text(words)).append("</p>\n");
    }

    private static String text(String value) {
        return Entities.escape(value);
    }
}

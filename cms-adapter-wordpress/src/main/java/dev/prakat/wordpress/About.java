package dev.prakat.wordpress;

import dev.prakat.spi.AttachmentContent;
import dev.prakat.spi.Notice;
import dev.prakat.spi.PublishableItem;
import java.util.List;
import java.util.Locale;

/**
 * What stands below an item's text and in a notice: only elements that WordPress leaves as they are for an account with the
 * least rights.
 */
final class About {

    private final Labels labels;

    About(Labels labels) {
        this.labels = labels;
    }

    /** Files, dates, units, remark and link of an item. */
    String of(PublishableItem item, List<StoredFile> files) {
        StringBuilder html = new StringBuilder();
        if (!item.attachments().isEmpty()) {
            html.append("<h2>").append(labels.get("attachments")).append("</h2>\n<ul class=\"prakat-files\">\n");
            for (AttachmentContent file : item.attachments()) {
                files.stream()
                        .filter(stored -> stored.sha256().equals(file.sha256()))
                        .findFirst()
                        .ifPresent(stored -> html.append(line(file, stored)));
            }
            html.append("</ul>\n");
        }
        html.append("<h2>").append(labels.get("about")).append("</h2>\n<dl class=\"prakat-about\">\n");
        item.responsibleUnits().forEach(unit -> row(html, "units", Escaped.text(unit)));
        row(html, "published", Escaped.text(item.published().text()));
        if (item.expires() != null) {
            row(html, "until", Escaped.text(item.expires().text()));
        }
        if (item.remark() != null) {
            row(html, "remark", Escaped.text(item.remark()));
        }
        if (item.externalLink() != null) {
            String link = Escaped.text(item.externalLink().toASCIIString());
            row(html, "more", "<a href=\"" + link + "\">" + link + "</a>");
        }
        return html.append("</dl>\n<p class=\"prakat-revision\">")
                .append(labels.get("revision", Integer.toString(item.revision())))
                .append(" · SHA-256 <code>")
                .append(item.revisionHash())
                .append("</code></p>")
                .toString();
    }

    private String line(AttachmentContent file, StoredFile stored) {
        return "<li><a href=\"" + Escaped.text(stored.address().toString()) + "\">" + Escaped.text(file.name())
                + "</a> (" + size(file.bytes()) + ") · " + labels.get("checksum") + " <code>" + file.sha256()
                + "</code></li>\n";
    }

    private static String size(long bytes) {
        if (bytes < 1024) {
            return bytes + " B";
        }
        return bytes < 1024 * 1024
                ? String.format(Locale.ROOT, "%.1f KB", bytes / 1024.0)
                : String.format(Locale.ROOT, "%.1f MB", bytes / 1024.0 / 1024.0);
    }

    private void row(StringBuilder html, String label, String value) {
        html.append("<dt>")
                .append(labels.get(label))
                .append("</dt>\n<dd>")
                .append(value)
                .append("</dd>\n");
    }

    /** The whole of a notice. */
    String of(Notice notice) {
        return "<div class=\"prakat-notice\">\n" + inside(notice) + "\n</div>";
    }

    /** A notice above a text that can still be read. */
    String banner(Notice notice) {
        return "<div class=\"prakat-notice\" role=\"note\">\n" + inside(notice) + "\n</div>";
    }

    private String inside(Notice notice) {
        String period = notice.period() == null
                ? ""
                : "\n<p>" + labels.get("period") + " " + Escaped.text(notice.period()) + "</p>";
        return "<p><strong>" + Escaped.text(notice.heading()) + "</strong></p>\n<p>" + Escaped.text(notice.text())
                + "</p>" + period + "\n<p>" + labels.get("contact") + " " + Escaped.text(notice.contact()) + "</p>";
    }
}

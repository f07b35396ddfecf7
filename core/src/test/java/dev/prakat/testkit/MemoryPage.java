package dev.prakat.testkit;

import dev.prakat.spi.AttachmentContent;
import dev.prakat.spi.CategoryLabel;
import dev.prakat.spi.Marker;
import dev.prakat.spi.PrintedInstant;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownRequest;
import dev.prakat.spi.TargetUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the website in memory answers at one path. */
record MemoryPage(int status, String body, @Nullable URI redirect) {

    /** What begins every page and list of the site. */
    static final String SITE = "<html data-site=\"memory\">";

    static MemoryPage ok(String body) {
        return new MemoryPage(200, body, null);
    }

    static MemoryPage of(Marker marker, String title, String html) {
        return ok(SITE + comment(marker) + "<h1>" + escape(title) + "</h1>" + html);
    }

    /** An item's page prints the category, the units and the dates, as any site does. */
    static MemoryPage item(PublishableItem item) {
        String path = item.categoryPath().stream().map(CategoryLabel::label).collect(Collectors.joining(" › "));
        PrintedInstant expires = item.expires();
        String dates = printed(item.published()) + (expires == null ? "" : " – " + printed(expires));
        return of(
                new Marker(item.id(), Marker.State.PRESENT, item.revisionHash()),
                item.title(),
                item.bodyHtml() + "<p>"
                        + escape(path + " | " + String.join(", ", item.responsibleUnits()) + " | " + dates)
                        + "</p>");
    }

    private static String printed(PrintedInstant instant) {
        return instant.text() + " (" + instant.instant() + ")";
    }

    static MemoryPage notice(String item, TakeDownRequest request) {
        String title =
                request.kind() == TakeDownKind.VANISH ? null : request.notice().title();
        String shown = title == null ? request.notice().heading() : title;
        Marker marker = new Marker(item, Marker.State.GONE, null);
        return new MemoryPage(
                410, of(marker, shown, escape(request.notice().text())).body(), null);
    }

    static MemoryPage file(AttachmentContent attachment) {
        try (InputStream in = attachment.source().open()) {
            return ok(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new TargetUnavailable(
                    "memory: attachment " + attachment.name() + " cannot be read; try again", null, e);
        }
    }

    /** What the website answers with it. */
    WebAnswer answer() {
        WebAnswer answer = WebAnswer.html(status, body);
        return redirect == null ? answer : answer.with("Location", redirect.toString());
    }

    static String comment(Marker marker) {
        return "<!--" + marker.text() + "-->";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}

package dev.prakat.testkit;

import dev.prakat.spi.Marker;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.GZIPOutputStream;

/** The pages that strangers' servers put where ours should stand. */
final class HostilePages {

    /** An item that nobody has ever published. */
    static final String ANOTHER = "261122-stranger1";

    private HostilePages() {}

    static WebAnswer page(int status, String title, String body) {
        return WebAnswer.html(
                status,
                "<!DOCTYPE html><html lang=\"th\"><head><meta charset=\"utf-8\"><title>" + title
                        + "</title></head><body>" + body + "</body></html>");
    }

    static WebAnswer friendly() {
        return page(200, "ไม่พบหน้าที่ต้องการ", "<p>ขออภัย ไม่พบหน้าที่ท่านต้องการ ลองค้นหาใหม่อีกครั้ง</p>");
    }

    static WebAnswer login() {
        return page(200, "เข้าสู่ระบบ", "<form method=\"post\"><input name=\"log\"><input type=\"password\"></form>");
    }

    static WebAnswer application() {
        return page(200, "Portal", "<div id=\"app\"></div><script src=\"/app.js\"></script>");
    }

    static WebAnswer refusal(int status, String title) {
        return page(status, title, "<h1>" + status + " " + title + "</h1>");
    }

    static WebAnswer redirect(int status, String location) {
        return page(status, "Moved", "<a href=\"" + location + "\">here</a>").with("Location", location);
    }

    /** A page of the target's own make, for another item, or another revision, or with another mark. */
    static WebAnswer marked(int status, Marker marker) {
        return WebAnswer.html(
                status,
                "<!DOCTYPE html><html><head><meta name=\"prakat\" content=\"" + marker.text()
                        + "\"><title>?</title></head><body><!--" + marker.text() + "--></body></html>");
    }

    /** A page not found that repeats the mark of what was asked for. */
    static WebAnswer quoting(Visit visit) {
        return Marker.find(visit.before().text(), visit.item())
                .map(marker -> marked(404, marker))
                .orElse(visit.before().withStatus(404));
    }

    static WebAnswer ofAnotherItem(Visit visit) {
        return visit.before().withText(visit.before().text().replace(visit.item(), ANOTHER));
    }

    static WebAnswer ofAnOlderRevision(Visit visit) {
        String text = visit.before().text();
        String older = Digests.sha256("an older revision of " + visit.item());
        return visit.before()
                .withText(Marker.find(text, visit.item())
                        .map(marker -> text.replace(String.valueOf(marker.revisionHash()), older))
                        .orElse(text));
    }

    static WebAnswer joined(WebAnswer first, WebAnswer second) {
        return WebAnswer.html(200, first.text() + second.text());
    }

    static WebAnswer compressed(WebAnswer answer) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer.withBody(bytes.toByteArray()).with("Content-Encoding", "gzip");
    }
}

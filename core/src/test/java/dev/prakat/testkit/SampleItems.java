package dev.prakat.testkit;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.AttachmentContent;
import dev.prakat.spi.CategoryLabel;
import dev.prakat.spi.Notice;
import dev.prakat.spi.ObserveRequest;
import dev.prakat.spi.PrintedInstant;
import dev.prakat.spi.PublishRequest;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.SiteView;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import dev.prakat.spi.TakeDownRequest;
import dev.prakat.spi.TrafficRecorder;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Invented items, sites and requests with Thai text. Nobody and nothing in them is real. */
public final class SampleItems {

    /** The instant that every request of this class carries: 22 November 2569, 09:00 in Bangkok. */
    public static final Instant NOW = Instant.parse("2026-11-22T02:00:00Z");

    /** Where a redirected item leads. */
    public static final URI ELSEWHERE = URI.create("https://elsewhere.example/new/");

    /** The category path of every item of this class, from the top down. */
    public static final List<CategoryLabel> PATH =
            List.of(new CategoryLabel("news", "ข่าวและประกาศ"), new CategoryLabel("news-general", "ประกาศทั่วไป"));

    /**
     * When every item of this class is over. A website that takes down by its own clock must not do so while a test looks, so that
     * this lies a hundred years ahead.
     */
    private static final PrintedInstant END =
            new PrintedInstant(Instant.parse("2126-12-31T17:00:00Z"), "1 มกราคม 2670");

    private SampleItems() {}

    /**
     * An item with a Thai title, a body and one attachment.
     *
     * @param id the item's key
     * @return its first revision
     */
    public static PublishableItem item(String id) {
        return item(id, 1, "ประกาศกำหนดการให้บริการช่วงวันหยุด " + id);
    }

    /**
     * An item with a given title.
     *
     * @param id the item's key
     * @param revision the number of the revision, from 1
     * @param title the title
     * @return the revision; its hash is made from id, number and title
     */
    public static PublishableItem item(String id, int revision, String title) {
        return item(id, revision, title, List.of(attachment(id, revision)));
    }

    /**
     * An item with given attachments.
     *
     * @param id the item's key
     * @param revision the number of the revision, from 1
     * @param title the title
     * @param attachments the attachments in order
     * @return the revision
     */
    public static PublishableItem item(String id, int revision, String title, List<AttachmentContent> attachments) {
        return new PublishableItem(
                id,
                title,
                "สรุปสาระสำคัญของประกาศ สำหรับผู้ที่เกี่ยวข้อง",
                "<p>หน่วยงานขอแจ้งกำหนดการให้บริการ รุ่นที่ " + revision
                        + " ผู้ที่มีข้อสงสัยโปรดติดต่อหน่วยงานในวันและเวลาราชการ</p>",
                PATH,
                List.of("กองตัวอย่าง"),
                "ข้อมูลตัวอย่าง",
                URI.create("https://www.example.go.th/more"),
                "th",
                new PrintedInstant(NOW, "22 พฤศจิกายน 2569"),
                END,
                attachments,
                revision,
                Digests.sha256(id + "/" + revision + "/" + title));
    }

    /**
     * The same item, published at another instant, so that lists have an order.
     *
     * @param item the item
     * @param instant when it became public
     * @return the item with that instant, printed in ISO 8601
     */
    public static PublishableItem publishedAt(PublishableItem item, Instant instant) {
        return new PublishableItem(
                item.id(),
                item.title(),
                item.summary(),
                item.bodyHtml(),
                item.categoryPath(),
                item.responsibleUnits(),
                item.remark(),
                item.externalLink(),
                item.language(),
                new PrintedInstant(instant, instant.toString()),
                item.expires(),
                item.attachments(),
                item.revision(),
                item.revisionHash());
    }

    /**
     * A small PDF with a Thai name.
     *
     * @param id what makes its bytes differ
     * @param revision what makes its bytes differ
     * @return the attachment
     */
    public static AttachmentContent attachment(String id, int revision) {
        byte[] bytes = ("%PDF-1.4\n% ตัวอย่าง " + id + " " + revision + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
        return new AttachmentContent(
                "เอกสารแนบ ฉบับที่ " + revision + ".pdf",
                "application/pdf",
                bytes.length,
                Digests.sha256(bytes),
                () -> new ByteArrayInputStream(bytes));
    }

    /**
     * A site with the categories of {@link #PATH} and an empty one.
     *
     * @return what the site shows besides items
     */
    public static SiteView site() {
        return site(new PrintedInstant(NOW, "22 พฤศจิกายน 2569"));
    }

    /**
     * The same site before anything was ever published there.
     *
     * @return what the site shows besides items
     */
    public static SiteView untouchedSite() {
        return site(null);
    }

    private static SiteView site(@Nullable PrintedInstant lastUpdated) {
        return new SiteView(
                "สำนักงานตัวอย่าง",
                "Example Office",
                List.of(
                        new SiteView.CategoryView("news", null, "ข่าวและประกาศ", lastUpdated),
                        new SiteView.CategoryView("news-general", "news", "ประกาศทั่วไป", null),
                        new SiteView.CategoryView("statistics", null, "สถิติ", null)),
                List.of(new SiteView.MatrixRow(
                        "news-general",
                        List.of(
                                new SiteView.DutyCell("จัดทำข้อมูล", "กองตัวอย่าง"),
                                new SiteView.DutyCell("เผยแพร่", "กองตัวอย่าง")))));
    }

    /**
     * A request to publish.
     *
     * @param item what to publish
     * @param fence the placement's fence
     * @param recorder the way into the log
     * @return the request, for the placement {@code pl-<item>}
     */
    public static PublishRequest publish(PublishableItem item, long fence, TrafficRecorder recorder) {
        String placement = placement(item.id());
        return new PublishRequest(placement, fence, placement + "/" + fence, item, site(), NOW, recorder);
    }

    /**
     * A request to take down, with a notice that has a title exactly where the kind permits one.
     *
     * @param item what was published, or would have been
     * @param kind what to leave in its place
     * @param fence the placement's fence
     * @param artefacts what was captured when it was published
     * @param recorder the way into the log
     * @return the request
     */
    public static TakeDownRequest takeDown(
            PublishableItem item, TakeDownKind kind, long fence, List<Artefact> artefacts, TrafficRecorder recorder) {
        boolean vanish = kind == TakeDownKind.VANISH;
        String placement = placement(item.id());
        return new TakeDownRequest(
                placement,
                fence,
                placement + "/" + fence,
                item.id(),
                kind,
                vanish ? TakeDownReason.PDPA_REQUEST : TakeDownReason.EXPIRED,
                new Notice(
                        vanish ? null : item.title(),
                        "สิ้นสุดระยะเวลาเผยแพร่",
                        "ข้อมูลนี้ถูกนำออกจากเว็บไซต์ตามระยะเวลาที่กำหนด",
                        vanish ? null : "22 พฤศจิกายน 2569 – 31 ธันวาคม 2669",
                        "กองตัวอย่าง"),
                kind == TakeDownKind.REDIRECT ? ELSEWHERE : null,
                artefacts,
                site(),
                NOW.plusSeconds(3600),
                recorder);
    }

    /**
     * A request to look at everything that was captured.
     *
     * @param item the item's key
     * @param artefacts what was captured
     * @param recorder the way into the log
     * @return the request, in the order of the artefacts
     */
    public static ObserveRequest observe(String item, List<Artefact> artefacts, TrafficRecorder recorder) {
        return new ObserveRequest(
                artefacts.stream()
                        .map(a -> new ObserveRequest.Address(placement(item), item, a.address(), a.kind(), a.sha256()))
                        .toList(),
                recorder);
    }

    private static String placement(String item) {
        return "pl-" + item;
    }
}

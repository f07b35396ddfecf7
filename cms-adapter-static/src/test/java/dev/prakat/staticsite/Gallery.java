package dev.prakat.staticsite;

import dev.prakat.spi.AttachmentContent;
import dev.prakat.spi.CategoryLabel;
import dev.prakat.spi.PrintedInstant;
import dev.prakat.spi.PublishRequest;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.RevisionLine;
import dev.prakat.spi.SiteView;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.testkit.RecordingTrafficRecorder;
import dev.prakat.testkit.SampleItems;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A site in both languages with a page of every type, on a server of its own. Everything in it is invented. */
final class Gallery implements AutoCloseable {

    static final String LONG_WORD = "คณะกรรมการพิจารณาผลการประกวดราคาอิเล็กทรอนิกส์และการบริหารพัสดุภาครัฐ";

    private static final List<CategoryLabel> PATH = List.of(
            new CategoryLabel("procurement", "การจัดซื้อจัดจ้างและการบริหารพัสดุ"),
            new CategoryLabel("procurement-plan", "แผนการจัดซื้อจัดจ้างประจำปีงบประมาณ"));

    private static final String BODY = """
            <h2>สาระสำคัญ</h2>
            <p>ตามที่หน่วยงานได้ประกาศแผนการจัดซื้อจัดจ้างไว้แล้วนั้น ขอแจ้งให้ผู้สนใจทราบรายละเอียดเพิ่มเติม
            ดูได้ที่ <a href="https://www.example.go.th/plan">หน้าของแผน</a> ก่อนวันที่ 25 ธันวาคม 2569</p>
            <h3>งบประมาณ</h3>
            <table><caption>งบประมาณแยกตามรายการ</caption><thead><tr><th scope="col">ลำดับ</th><th scope="col">รายการ</th>
            <th scope="col">วงเงินงบประมาณ (บาท)</th><th scope="col">ราคากลาง (บาท)</th></tr></thead><tbody>
            <tr><td>1</td><td>ครุภัณฑ์คอมพิวเตอร์สำหรับสำนักงาน</td><td>1,250,000.00</td><td>1,248,500.00</td></tr>
            <tr><td>2</td><td>จ้างเหมาบริการทำความสะอาด</td><td>860,000.00</td><td>858,900.00</td></tr></tbody></table>
            <ul><li>ยื่นข้อเสนอได้ทางระบบอิเล็กทรอนิกส์</li><li>เปิดซองในวันทำการถัดไป</li></ul>
            <blockquote><p>ผู้มีสิทธิเสนอราคาต้องไม่เป็นผู้ทิ้งงาน</p></blockquote>
            """;

    final URI thai;
    final URI english;
    final Path docroot;
    private final StaticSiteServer thaiServer;
    private final StaticSiteServer englishServer;

    private final RecordingTrafficRecorder recorder = new RecordingTrafficRecorder();

    Gallery(Path folder) {
        docroot = folder.resolve("th");
        Path other = folder.resolve("en");
        thaiServer = StaticSiteServer.start(docroot, 0);
        englishServer = StaticSiteServer.start(other, 0);
        thai = thaiServer.address();
        english = englishServer.address();
        fill(StaticSiteTarget.builder(docroot, thai)
                .otherLanguage(english)
                .assetIntegrity(true)
                .httpProof(false)
                .build());
        fill(StaticSiteTarget.builder(other, english)
                .language(Locale.ENGLISH)
                .otherLanguage(thai)
                .httpProof(false)
                .build());
    }

    /** The address of a page of every type, below either site, by the name of the type. */
    static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("home", "");
        pages.put("category", "c/procurement/");
        pages.put("category below", "c/procurement-plan/");
        pages.put("month", "c/procurement-plan/2569/11/");
        pages.put("year", "c/procurement-plan/2566/");
        pages.put("item", "d/261122-gallery1/");
        pages.put("item in English", "d/261122-gallery2/");
        pages.put("withdrawn", "d/261122-gallery3/");
        pages.put("notice", "d/261122-gallery4/");
        pages.put("notice at the address of an attachment", "d/261122-gallery4/f/1-01234567.pdf");
        pages.put("notice without a title", "d/261122-gallery5/");
        pages.put("not found", "d/261122-nobody/never/was.html");
        pages.put("gone", "410.html");
        pages.put("categories", "c/");
        pages.put("transparency", "transparency/");
        pages.put("accessibility", "accessibility/");
        pages.put("search", "search/");
        pages.put("search with results", "search/?q=%E0%B9%80%E0%B8%AA%E0%B8%99%E0%B8%AD");
        return pages;
    }

    private void fill(StaticSiteTarget target) {
        publish(target, item("261122-gallery1", "ประกาศ" + LONG_WORD + " ครั้งที่ 2/2569", BODY, "th"));
        publish(
                target,
                item("261122-gallery2", "Notice of the annual procurement plan", "<p>The plan is attached.</p>", "en"));
        publish(target, earlier(6, "2023-03-01T02:00:00Z", "1 มีนาคม 2566", "1 March 2566 BE"));
        publish(target, earlier(7, "2024-03-01T02:00:00Z", "1 มีนาคม 2567", "1 March 2567 BE"));
        for (int i = 3; i <= 5; i++) {
            PublishableItem item = item("261122-gallery" + i, "ประกาศผู้ชนะการเสนอราคา ครั้งที่ " + i, BODY, "th");
            publish(target, item);
            TakeDownKind kind = List.of(TakeDownKind.WITHDRAWN, TakeDownKind.GONE, TakeDownKind.VANISH)
                    .get(i - 3);
            var order = SampleItems.takeDown(item, kind, 2, List.of(), recorder);
            target.takeDown(new dev.prakat.spi.TakeDownRequest(
                    order.placement(),
                    2,
                    order.idempotencyKey(),
                    order.item(),
                    kind,
                    order.reason(),
                    order.notice(),
                    null,
                    List.of(),
                    site(),
                    order.now(),
                    recorder));
        }
    }

    private void publish(StaticSiteTarget target, PublishableItem item) {
        PublishRequest order = SampleItems.publish(item, 1, recorder);
        target.publish(
                new PublishRequest(order.placement(), 1, order.idempotencyKey(), item, site(), order.now(), recorder));
    }

    private static PublishableItem earlier(int number, String instant, String thai, String english) {
        PublishableItem item = item("261122-gallery" + number, "ประกาศผู้ชนะการเสนอราคาของปีก่อน", BODY, "th");
        return Site.published(item, date(instant, thai, english));
    }

    static PublishableItem item(String id, String title, String body, String language) {
        return new PublishableItem(
                id,
                title,
                "แผนการจัดซื้อจัดจ้างประจำปีงบประมาณ พ.ศ. 2570 ของหน่วยงาน ต่าง ๆ พร้อมวงเงินและราคากลาง",
                body,
                PATH,
                List.of("กองคลังและพัสดุ", "สำนักงานเลขานุการ"),
                "ข้อมูลนี้จัดทำเพื่อเป็นตัวอย่าง",
                URI.create("https://www.example.go.th/procurement/2570/plan?year=2570&unit=finance-and-supplies"),
                language,
                date("2026-11-22T02:00:00Z", "22 พฤศจิกายน 2569", "22 November 2569 BE"),
                date("2126-12-31T17:00:00Z", "1 มกราคม 2670", "1 January 2670 BE"),
                List.of(
                        attachment(
                                "แผนการจัดซื้อจัดจ้างประจำปีงบประมาณ พ.ศ. 2570 (ฉบับปรับปรุง).pdf", "application/pdf"),
                        attachment("procurement-plan-2570-machine-readable-by-month-and-unit.csv", "text/csv")),
                2,
                Hashes.of(id.getBytes(StandardCharsets.UTF_8)),
                List.of(
                        new RevisionLine(2, date("2026-11-21T02:00:00Z", "21 พฤศจิกายน 2569", "21 November 2569 BE")),
                        new RevisionLine(1, date("2026-11-20T02:00:00Z", "20 พฤศจิกายน 2569", "20 November 2569 BE"))));
    }

    private static AttachmentContent attachment(String name, String type) {
        byte[] bytes = ("invented, " + name + "\n").repeat(40).getBytes(StandardCharsets.UTF_8);
        return new AttachmentContent(name, type, bytes.length, Hashes.of(bytes), () -> new ByteArrayInputStream(bytes));
    }

    static SiteView site() {
        PrintedInstant updated = date("2026-11-22T02:00:00Z", "22 พฤศจิกายน 2569", "22 November 2569 BE");
        return new SiteView(
                "สำนักงานตัวอย่างเพื่อการเผยแพร่ข้อมูลภาครัฐ",
                "Office of Examples",
                List.of(
                        new SiteView.CategoryView(
                                "procurement", null, PATH.get(0).label(), updated, "กองคลังและพัสดุ"),
                        new SiteView.CategoryView(
                                "procurement-plan", "procurement", PATH.get(1).label(), updated, "กองคลังและพัสดุ"),
                        new SiteView.CategoryView("statistics", null, "สถิติ", null)),
                List.of(
                        row("procurement-plan", "กองคลังและพัสดุ", "ศูนย์ข้อมูลข่าวสารฯ (งานประชาสัมพันธ์)"),
                        row("statistics", "กองนโยบายและแผน", "")));
    }

    private static SiteView.MatrixRow row(String category, String maker, String publisher) {
        return new SiteView.MatrixRow(
                category,
                List.of(
                        new SiteView.DutyCell("จัดทำข้อมูล", "Prepares", maker),
                        new SiteView.DutyCell("เผยแพร่", "Publishes", publisher)));
    }

    private static PrintedInstant date(String instant, String thai, String english) {
        return new PrintedInstant(Instant.parse(instant), thai, english);
    }

    @Override
    public void close() {
        thaiServer.close();
        englishServer.close();
    }
}

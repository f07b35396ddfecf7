package dev.prakat.staticsite;

import dev.prakat.spi.CategoryLabel;
import dev.prakat.spi.PublishableItem;
import dev.prakat.testkit.SampleItems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Invented announcements in Thai and English, spelled as people do and as core no longer lets them, so that search is right about such
 * texts too. The same seed gives the same items.
 */
final class SearchCorpus {

    private static final List<String> WORDS = List.of(
            "ประกาศ",
            "ผู้ชนะ",
            "การเสนอราคา",
            "จัดซื้อจัดจ้าง",
            "ครุภัณฑ์คอมพิวเตอร์",
            "น้ำประปา",
            "น\u0E4D\u0E32ท่วม",
            "น\u0E4D\u0E49\u0E32มัน",
            "\u0E40\u0E40ผนงาน",
            "แผนปฏิบัติการ",
            "ปีงบประมาณ พ.ศ. ๒๕๗๐",
            "พ.ศ. 2569",
            "ครั้งที่ ๑๒/2570",
            "เด็ก ๆ",
            "เด็กๆ",
            "ข้อมูล\u200Bข่าวสาร",
            "ราชการ\u00A0ส่วนกลาง",
            "กำหนดการ",
            "ฤดูแล้ง",
            "ทฤษฎี",
            "สัญญา",
            "กรรมการ",
            "วงเงิน 1,250,000.00 บาท",
            "(ฉบับที่ 3)",
            "“เร่งด่วน”",
            "ร้อยละ 7%",
            "A&B",
            "x < y > z",
            "e-GP",
            "PDF",
            "Annual Report",
            "Procurement Plan",
            "Notice",
            "É. Dupont",
            "ก.ค.",
            "\uD83D\uDCE2",
            "C++ \\ path",
            "it's",
            "$1,000",
            "[ร่าง]");

    private final Random random;

    SearchCorpus(long seed) {
        random = new Random(seed);
    }

    /** An announcement as it goes to the site, and what a reader sees of it. */
    record Announcement(PublishableItem item, List<String> seen) {

        boolean has(String typed) {
            return seen.stream().anyMatch(text -> SearchGrep.finds(text, typed));
        }
    }

    List<Announcement> announcements(int many) {
        List<Announcement> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            all.add(announcement(i));
        }
        return all;
    }

    private Announcement announcement(int number) {
        String title = text(3 + random.nextInt(6));
        String summary = number % 7 == 0 ? "" : text(5 + random.nextInt(12));
        List<String> seen = new ArrayList<>();
        StringBuilder html = new StringBuilder();
        int paragraphs = number % 40 == 0 ? 200 : 1 + random.nextInt(4);
        for (int i = 0; i < paragraphs; i++) {
            String one = text(4 + random.nextInt(10));
            String other = text(2);
            seen.add(one);
            seen.add(other + one);
            html.append("<p>")
                    .append(escaped(one))
                    .append("</p><p><strong>")
                    .append(escaped(other))
                    .append("</strong>")
                    .append(escaped(one))
                    .append("</p>");
        }
        PublishableItem sample = SampleItems.item(String.format(Locale.ROOT, "261122-corpus%04d", number));
        PublishableItem item = new PublishableItem(
                sample.id(),
                title,
                summary,
                html.toString(),
                List.of(new CategoryLabel("news", "ข่าวและประกาศ")),
                sample.responsibleUnits(),
                null,
                null,
                random.nextInt(4) == 0 ? "en" : "th",
                sample.published(),
                sample.expires(),
                List.of(),
                1,
                sample.revisionHash());
        Duration age = number % 3 == 0 ? Duration.ofDays(number % 100) : Duration.ofMinutes(number);
        return new Announcement(
                Site.published(item, SampleItems.NOW.minus(age)), List.of(title, summary, String.join(" ", seen)));
    }

    private String text(int words) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            some.add(WORDS.get(random.nextInt(WORDS.size())));
        }
        return String.join(random.nextInt(3) == 0 ? " " : "", some);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    /** Some 1 to 20 characters of what a reader sees, cut anywhere between two characters. */
    String cut(List<Announcement> from) {
        String typed = "";
        while (SearchGrep.letters(typed).isEmpty()) {
            List<String> seen = from.get(random.nextInt(from.size())).seen();
            int[] text = seen.get(random.nextInt(seen.size())).codePoints().toArray();
            int length = Math.min(text.length, 1 + random.nextInt(20));
            int start = random.nextInt(text.length - length + 1);
            typed = new String(text, start, length);
        }
        return typed;
    }

    /** Something that may well be nowhere. */
    String scrambled() {
        String two = text(2);
        return two.substring(two.offsetByCodePoints(0, 1));
    }
}

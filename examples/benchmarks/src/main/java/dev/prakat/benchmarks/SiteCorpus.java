package dev.prakat.benchmarks;

import dev.prakat.spi.CategoryLabel;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.PrintedInstant;
import dev.prakat.spi.PublishRequest;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.SiteView;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficRecorder;
import dev.prakat.staticsite.StaticSiteTarget;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * Thai items of about 8 kB in 20 categories, dated over three years, as the state folder of a static site has them after they were
 * published one by one: one item of each category is published, its state is the mould of the others. Invented throughout.
 */
final class SiteCorpus {

    static final URI BASE = URI.create("https://www.example.go.th/");
    static final int CATEGORIES = 20;

    private static final Instant LAST = Instant.parse("2026-11-20T02:00:00Z");
    private static final long SPREAD_SECONDS = 3L * 365 * 86_400;
    private static final String SENTENCE =
            "หน่วยงานขอแจ้งกำหนดการให้บริการและหลักเกณฑ์ที่เกี่ยวข้องให้ผู้มีสิทธิทราบโดยทั่วกัน ";

    private SiteCorpus() {}

    static StaticSiteTarget target(Path folder) {
        return StaticSiteTarget.builder(folder.resolve("site"), BASE)
                .httpProof(false)
                .build();
    }

    /** Makes the state folder of so many items below a folder; nothing of it is rendered yet. */
    static void write(Path folder, int items) throws IOException {
        try (StaticSiteTarget target = target(folder)) {
            for (int c = 0; c < CATEGORIES; c++) {
                target.publish(publish(item(mould(c), c, LAST), 1));
            }
        }
        Path state = folder.resolve("site-state");
        List<String> moulds = new ArrayList<>();
        for (int c = 0; c < CATEGORIES; c++) {
            moulds.add(Files.readString(state.resolve("items/" + mould(c) + ".json")));
        }
        for (int n = 0; n < items; n++) {
            int c = n % CATEGORIES;
            String id = id(n);
            String json = moulds.get(c)
                    .replace(mould(c), id)
                    .replace(LAST.toString(), date(n, items).toString());
            Files.writeString(state.resolve("items/" + id + ".json"), json);
            Files.writeString(state.resolve("bodies/" + id + ".html"), body(n));
        }
    }

    static String id(int number) {
        return String.format(Locale.ROOT, "corpus-%07d", number);
    }

    private static String mould(int category) {
        return String.format(Locale.ROOT, "mould-%02d", category);
    }

    static Instant date(int number, int items) {
        return LAST.minusSeconds((long) ((double) number / items * SPREAD_SECONDS));
    }

    static String title(int number) {
        return "ประกาศเรื่องที่ " + number + " กำหนดการให้บริการ";
    }

    static String body(int number) {
        StringBuilder body = new StringBuilder();
        for (int p = 0; p < 16; p++) {
            body.append("<p>เรื่องที่ ").append(number).append('/').append(p).append(' ');
            body.append(SENTENCE).append(SENTENCE).append("</p>\n");
        }
        return body.toString();
    }

    static List<CategoryLabel> path(int category) {
        int top = category % 5;
        return List.of(
                new CategoryLabel("top-" + top, "หมวดที่ " + top),
                new CategoryLabel("leaf-" + category, "หมวดย่อยที่ " + category));
    }

    private static SiteView site() {
        List<SiteView.CategoryView> views = new ArrayList<>();
        for (int top = 0; top < 5; top++) {
            views.add(new SiteView.CategoryView("top-" + top, null, "หมวดที่ " + top, null));
        }
        for (int c = 0; c < CATEGORIES; c++) {
            views.add(new SiteView.CategoryView("leaf-" + c, "top-" + c % 5, "หมวดย่อยที่ " + c, null));
        }
        return new SiteView("สำนักงานตัวอย่าง", "Example Office", views, List.of());
    }

    static PublishableItem item(String id, int number, Instant published) {
        return new PublishableItem(
                id,
                title(number),
                "สรุปสาระสำคัญของประกาศ สำหรับผู้ที่เกี่ยวข้อง",
                body(number),
                path(number % CATEGORIES),
                List.of("กองตัวอย่าง"),
                null,
                null,
                "th",
                new PrintedInstant(published, published.toString()),
                null,
                List.of(),
                1,
                hash(id));
    }

    static PublishRequest publish(PublishableItem item, long fence) {
        String placement = "pl-" + item.id();
        return new PublishRequest(
                placement, fence, placement + "/" + fence, item, site(), LAST.plusSeconds(3_600), new NoLog());
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** Counts records and keeps none: what the traffic log costs is measured elsewhere. */
    static final class NoLog implements TrafficRecorder {
        private static final String HASH = hash("record");
        private long records;

        @Override
        public LogReceipt intent(TrafficEntry entry) {
            return next();
        }

        @Override
        public LogReceipt outcome(LogReceipt intent, TrafficOutcome outcome) {
            return next();
        }

        @Override
        public List<LogReceipt> intents(List<TrafficEntry> entries) {
            return entries.stream().map(this::intent).toList();
        }

        @Override
        public List<LogReceipt> outcomes(List<Ended> ended) {
            return ended.stream()
                    .map(each -> outcome(each.intent(), each.outcome()))
                    .toList();
        }

        private LogReceipt next() {
            return new LogReceipt("none", records++, HASH);
        }
    }
}

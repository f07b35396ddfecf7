package dev.prakat.staticsite;

import dev.prakat.spi.CategoryLabel;
import dev.prakat.spi.PublishRequest;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownRequest;
import dev.prakat.testkit.SampleItems;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Publishes, revises, moves and takes down at random. The same seed gives the same changes. */
final class RandomChanges {

    private static final Instant CROWDED = Instant.parse("2026-10-07T02:00:00Z");
    private static final List<List<CategoryLabel>> CATEGORIES = List.of(
            SampleItems.PATH,
            List.of(new CategoryLabel("news", "ข่าวและประกาศ")),
            List.of(new CategoryLabel("statistics", "สถิติ")),
            List.of(new CategoryLabel("statistics", "สถิติ"), new CategoryLabel("statistics-old", "สถิติเก่า")),
            List.of(new CategoryLabel("unlisted", "หมวดที่ไม่มีในนโยบายแล้ว")));

    private final Random random;
    private final Site site;
    private final int items;
    private long number;

    RandomChanges(Site site, long seed, int items) {
        this.site = site;
        this.random = new Random(seed);
        this.items = items;
    }

    /** The next change. */
    void next() {
        number++;
        int which = random.nextInt(items);
        String id = String.format(Locale.ROOT, "261122-any%05d", which);
        PublishableItem item = SampleItems.item(
                id,
                (int) number,
                "ประกาศครั้งที่ " + number + " <b>&",
                List.of(SampleItems.attachment(id, random.nextInt(3))));
        boolean moves = random.nextInt(8) == 0;
        item = Site.in(
                item, CATEGORIES.get((which + (moves ? random.nextInt(CATEGORIES.size()) : 0)) % CATEGORIES.size()));
        item = Site.published(item, date(which + (moves ? random.nextInt(5) : 0)));
        Instant now = SampleItems.NOW.plus(Duration.ofHours(7 * number));
        if (random.nextInt(4) == 0) {
            TakeDownKind[] kinds = TakeDownKind.values();
            TakeDownRequest r = SampleItems.takeDown(
                    item, kinds[random.nextInt(kinds.length)], number, new ArrayList<>(), site.recorder);
            site.target.takeDown(new TakeDownRequest(
                    r.placement(),
                    r.fence(),
                    r.idempotencyKey(),
                    r.item(),
                    r.kind(),
                    r.reason(),
                    r.notice(),
                    r.redirectTo(),
                    r.artefacts(),
                    r.site(),
                    now,
                    r.recorder()));
        } else {
            PublishRequest r = SampleItems.publish(item, number, site.recorder);
            site.target.publish(new PublishRequest(
                    r.placement(), r.fence(), r.idempotencyKey(), item, r.site(), now, r.recorder()));
        }
    }

    /** Most on one day or in one month, so that those have to be parted; the rest over four years. */
    private static Instant date(int which) {
        return switch (which % 4) {
            case 0, 1 -> CROWDED.plusSeconds(which % 600);
            case 2 -> CROWDED.plus(Duration.ofHours(which % 480));
            default -> CROWDED.minus(Duration.ofDays((which * 37L) % 1_400));
        };
    }
}

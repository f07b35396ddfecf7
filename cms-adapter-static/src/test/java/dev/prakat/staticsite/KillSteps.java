package dev.prakat.staticsite;

import dev.prakat.spi.CategoryLabel;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.testkit.SampleItems;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Another process: changes a site step by step, and says which step is done, until it is killed. */
final class KillSteps {

    private static final int ITEMS = 7;

    private KillSteps() {}

    /** The same step with the same number, whoever does it. */
    static void step(Site site, long number) {
        Random random = new Random(number);
        String id = String.format(Locale.ROOT, "261122-kill%04d", random.nextInt(ITEMS));
        PublishableItem item = SampleItems.item(id, (int) number + 1, "ประกาศครั้งที่ " + number);
        if (random.nextInt(4) == 0) {
            item = Site.in(item, List.of(new CategoryLabel("statistics", "สถิติ")));
        }
        if (random.nextInt(6) == 0) {
            site.rename(item, number + 1, "สำนักงานชื่อที่ " + number);
        } else if (random.nextInt(3) == 0) {
            TakeDownKind[] kinds = TakeDownKind.values();
            site.takeDown(item, kinds[random.nextInt(kinds.length)], number + 1, List.of());
        } else {
            site.publish(item, number + 1);
        }
    }

    public static void main(String[] arguments) {
        Site site = new Site(Path.of(arguments[0]));
        for (long number = Long.parseLong(arguments[1]); ; number++) {
            step(site, number);
            System.out.println(number);
        }
    }
}

package dev.prakat.benchmarks;

import dev.prakat.Prakat;
import dev.prakat.approval.Decision;
import dev.prakat.item.Draft;
import dev.prakat.item.ItemId;
import dev.prakat.item.PlacementPlan;
import dev.prakat.window.PublishWindow;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Drafts, submits and agrees to items through the public API; a sweep then makes them public. One thread. */
final class PublicItems {

    private static final int THREADS = 4;
    private static final String BODY =
            "<p>" + "ข้อความของประกาศ ".repeat(20) + "</p><p>" + "รายละเอียดเพิ่มเติม ".repeat(10) + "</p>";

    private final Prakat prakat;
    private final List<String> targets;
    private final int each;

    /** Each item goes to so many of the websites, the first item from the first website on, and so round. */
    PublicItems(Prakat prakat, List<String> targets, int each) {
        this.prakat = prakat;
        this.targets = targets;
        this.each = each;
    }

    /** Agreed items whose periods end within a second from an instant on, item n n milliseconds after it. */
    List<String> approve(int items, Instant opens, Instant firstEnd) {
        ExecutorService workers = Executors.newFixedThreadPool(THREADS);
        try {
            List<Callable<String>> work = new ArrayList<>();
            for (int n = 0; n < items; n++) {
                int number = n;
                work.add(() -> one(number, opens, firstEnd.plusMillis(number % 1_000)));
            }
            List<String> made = new ArrayList<>();
            for (Future<String> done : workers.invokeAll(work)) {
                made.add(done.get());
            }
            return made;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("an item could not be agreed to", e);
        } finally {
            workers.shutdown();
        }
    }

    private String one(int number, Instant opens, Instant closes) {
        Draft draft = Draft.of("news-releases", "ประกาศสำนักงานประกันสังคม เรื่องที่ " + number, BODY);
        for (int n = 0; n < each; n++) {
            String target = targets.get((number + n) % targets.size());
            draft = draft.withPlacement(PlacementPlan.gone(target, PublishWindow.of(opens, closes)));
        }
        ItemId id = prakat.items().draft(SampleOffice.officer(SampleOffice.UNIT, 0), draft);
        prakat.approvals().submit(id, SampleOffice.officer(SampleOffice.UNIT, 0));
        prakat.approvals().decide(id, SampleOffice.director(SampleOffice.UNIT), Decision.approve("ถูกต้องครบถ้วน"));
        return id.value();
    }
}

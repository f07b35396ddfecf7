package dev.prakat.wordpress;

import dev.prakat.spi.DeliveryResult;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Lets the procedures of several items go on side by side, each on a thread of its own as if it were alone. When every one of them
 * waits for answers or has ended, what they wait for is sent, as a few requests for all, by the thread that called; then they go on.
 * So a procedure needs to know nothing of the others, and nothing is sent while one of them works. Serves one call of the target.
 */
final class Together {

    /**
     * The procedure of one item.
     *
     * @param calls how its requests are recorded
     * @param work what is done, with the way to the site
     */
    record Member(Calls calls, Function<Line, Receipt> work) {}

    private final Consumer<List<Wanted>> sender;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition nobodyWorks = lock.newCondition();
    /** Those that wait; guarded by the lock, as is the next. */
    private final List<Seat> waiting = new ArrayList<>();

    private int working;

    /** @param sender sends what is wanted and settles every one */
    Together(Consumer<List<Wanted>> sender) {
        this.sender = sender;
    }

    /** Runs them all to their ends; whatever one throws is its own result. */
    List<DeliveryResult> run(List<Member> members) {
        working = members.size();
        ExecutorService threads = Executors.newFixedThreadPool(members.size());
        List<CompletableFuture<DeliveryResult>> begun = members.stream()
                .map(member -> CompletableFuture.supplyAsync(() -> result(member), threads)
                        .whenComplete((result, problem) -> leave()))
                .toList();
        threads.shutdown();
        for (List<Seat> round = round(); !round.isEmpty(); round = round()) {
            send(round.stream().flatMap(seat -> seat.wants.stream()).toList());
            round.forEach(seat -> seat.answered.complete(true));
        }
        return begun.stream().map(CompletableFuture::join).toList();
    }

    private void send(List<Wanted> wants) {
        try {
            sender.accept(wants);
        } catch (RuntimeException e) {
            wants.stream().filter(want -> !want.isSettled()).forEach(want -> want.settle(new Answer(null, null, e)));
        }
    }

    private DeliveryResult result(Member member) {
        return DeliveryResult.oneByOne(List.of(member), one -> one.work().apply(new MemberLine(one.calls())))
                .get(0);
    }

    /** Waits until nobody works, and takes those that wait; empty when all have ended. */
    private List<Seat> round() {
        lock.lock();
        try {
            while (working > 0) {
                nobodyWorks.awaitUninterruptibly();
            }
            List<Seat> round = List.copyOf(waiting);
            waiting.clear();
            working = round.size();
            return round;
        } finally {
            lock.unlock();
        }
    }

    private void wait(Seat seat) {
        lock.lock();
        try {
            waiting.add(seat);
        } finally {
            lock.unlock();
        }
        leave();
        seat.answered.join();
    }

    private void leave() {
        lock.lock();
        try {
            working--;
            nobodyWorks.signal();
        } finally {
            lock.unlock();
        }
    }

    /** A procedure that waits. */
    private record Seat(List<Wanted> wants, CompletableFuture<Boolean> answered) {}

    /** The way to the site of one of them. */
    private final class MemberLine implements Line {
        private final Calls calls;

        MemberLine(Calls calls) {
            this.calls = calls;
        }

        @Override
        public List<Answer> send(List<Ask> asks) {
            return want(asks.stream().map(ask -> new Wanted(ask, false, calls)).toList());
        }

        @Override
        public Answer sendAsStranger(Ask ask) {
            return want(List.of(new Wanted(ask, true, calls))).get(0);
        }

        private List<Answer> want(List<Wanted> wants) {
            Together.this.wait(new Seat(wants, new CompletableFuture<>()));
            return wants.stream().map(Wanted::answer).toList();
        }

        @Override
        public List<LogReceipt> records() {
            return calls.records();
        }
    }
}

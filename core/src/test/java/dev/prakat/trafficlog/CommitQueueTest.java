package dev.prakat.trafficlog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CommitQueueTest {

    private static final SealedRecord SMALL = record(100);

    @Test
    void whatSinksRecordIsTakenLongerThanWhatCallersHandIn() throws Exception {
        CommitQueue queue = new CommitQueue(0);
        Pending ofSink = Pending.append(new SealedRecord(new byte[1], new byte[0], LocalDate.EPOCH, false, true));
        queue.leaveToSinks();
        assertThat(queue.add(Pending.append(record(1)))).isEqualTo("it is closed");
        assertThat(queue.add(List.of(ofSink, Pending.checkpoint()))).isNull();
        queue.close();
        assertThat(queue.add(ofSink)).isEqualTo("it is closed");
        assertThat(queue.take(0)).hasSize(2);
        assertThat(queue.take(0)).isNull();
    }

    @Test
    void aBatchHasAtMostSoManyRecordsAndBytesAndKeepsTheOrder() throws Exception {
        CommitQueue queue = new CommitQueue(0);
        Pending first = Pending.append(SMALL);
        queue.add(first);
        for (int i = 1; i < 5_000; i++) {
            queue.add(Pending.append(SMALL));
        }
        List<Pending> batch = queue.take(0);
        assertThat(batch).hasSize(4_096);
        assertThat(batch.get(0)).isSameAs(first);
        assertThat(queue.take(0)).hasSize(904);
        for (int i = 0; i < 40; i++) {
            queue.add(Pending.append(record(60_000)));
        }
        assertThat(queue.take(0)).hasSize(17).extracting(Pending::frameBytes).allMatch(bytes -> bytes == 60_008);
    }

    @Test
    void whatIsAddedTogetherIsTakenTogether() throws Exception {
        CommitQueue queue = new CommitQueue(0);
        CompletableFuture<List<Pending>> taken = CompletableFuture.supplyAsync(() -> taken(queue));
        List<Pending> together =
                Stream.generate(() -> Pending.append(SMALL)).limit(300).toList();
        assertThat(queue.add(together)).isNull();
        assertThat(taken.get(30, TimeUnit.SECONDS)).isEqualTo(together);
    }

    @Test
    void aFullQueueSaysSoWhenThePatienceIsOver() throws Exception {
        CommitQueue queue = new CommitQueue(0);
        for (int i = 0; i < CommitQueue.CAPACITY; i++) {
            assertThat(queue.add(Pending.append(SMALL))).isNull();
        }
        assertThat(queue.add(Pending.append(SMALL))).contains("8192 records wait");
        queue.take(0);
        assertThat(queue.add(Pending.append(SMALL))).isNull();
    }

    @Test
    void aCallerWaitsForRoom() throws Exception {
        CommitQueue queue = new CommitQueue(60_000);
        for (int i = 0; i < CommitQueue.CAPACITY; i++) {
            queue.add(Pending.append(SMALL));
        }
        CompletableFuture<String> waiting =
                CompletableFuture.supplyAsync(() -> String.valueOf(queue.add(Pending.append(SMALL))));
        queue.take(0);
        assertThat(waiting.get(30, TimeUnit.SECONDS)).isEqualTo("null");
    }

    @Test
    void aClosedQueueGivesWhatItHasAndTakesNothing() throws Exception {
        CommitQueue queue = new CommitQueue(0);
        queue.add(Pending.append(SMALL));
        queue.close();
        assertThat(queue.add(Pending.append(SMALL))).isEqualTo("it is closed");
        assertThat(queue.take(0)).hasSize(1);
        assertThat(queue.take(Long.MAX_VALUE)).isNull();
    }

    private static List<Pending> taken(CommitQueue queue) {
        try {
            return queue.take(TimeUnit.SECONDS.toNanos(30));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SealedRecord record(int bytes) {
        return new SealedRecord(new byte[bytes], new byte[0], LocalDate.EPOCH, false, false);
    }
}

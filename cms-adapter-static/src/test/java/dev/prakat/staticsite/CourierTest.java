package dev.prakat.staticsite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.prakat.spi.TargetUnavailable;
import dev.prakat.spi.TrafficEntry;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.testkit.RecordingTrafficRecorder;
import dev.prakat.testkit.RecordingTrafficRecorder.Recorded;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Every file operation has its intent before the first of its group begins, and exactly one outcome, whatever happens. */
@Tag("S001-R30")
final class CourierTest {

    private static final Courier.Untouched UNTOUCHED = () -> {};

    private final RecordingTrafficRecorder recorder = new RecordingTrafficRecorder();
    private final Courier courier = new Courier(recorder);
    private final List<Integer> done = new ArrayList<>();

    @Test
    void allIntentsAreThereBeforeTheFirstAndAllOutcomesAfterTheLast() {
        List<Courier.Operation> operations = new ArrayList<>();
        for (int i = 0; i < 35; i++) {
            operations.add(new Courier.Operation(
                    entry(i),
                    () -> {
                        assertThat(recorder.actions()).hasSize(35).allMatch(a -> a.outcome() == null);
                        done.add(operations.size());
                    },
                    UNTOUCHED));
        }
        courier.carry(operations);

        assertThat(done).hasSize(35);
        assertThat(recorder.waits()).isEqualTo(2);
        assertThat(recorder.actions())
                .allMatch(a -> a.outcome() != null && a.outcome().status() == TrafficOutcome.Status.OK);
        assertThat(courier.records()).hasSize(70).doesNotHaveDuplicates();
    }

    @Test
    void thousandsAreCarriedInGroups() {
        int count = 2 * Courier.GROUP + 1;
        courier.carry(IntStream.range(0, count).mapToObj(this::operation).toList());

        assertThat(done).isEqualTo(IntStream.range(0, count).boxed().toList());
        assertThat(recorder.waits()).isEqualTo(6);
        assertThat(recorder.actions()).hasSize(count).allMatch(a -> a.outcome() != null);
    }

    @Test
    void afterOneThatFailsNoOtherIsBegunAndEachHasItsOutcome() {
        List<Courier.Operation> operations =
                new ArrayList<>(IntStream.range(0, 5).mapToObj(this::operation).toList());
        operations.set(
                2,
                new Courier.Operation(
                        entry(2),
                        () -> {
                            throw new AccessDeniedException("page-2");
                        },
                        UNTOUCHED));

        assertThatThrownBy(() -> courier.carry(operations))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("write page-2 failed")
                .hasCauseInstanceOf(IOException.class);
        assertThat(done).containsExactly(0, 1);
        assertThat(recorder.actions())
                .extracting(Recorded::outcome)
                .extracting(TrafficOutcome::status)
                .containsExactly(
                        TrafficOutcome.Status.OK,
                        TrafficOutcome.Status.OK,
                        TrafficOutcome.Status.FAILED,
                        TrafficOutcome.Status.FAILED,
                        TrafficOutcome.Status.FAILED);
        assertThat(recorder.actions())
                .extracting(a -> String.valueOf(a.outcome().code()))
                .endsWith("AccessDeniedException", "not-begun", "not-begun");
        assertThat(recorder.faults()).isEmpty();
    }

    @Test
    void whatMayHaveBeenDoneBeforeItFailedIsUnknown() {
        List<Courier.Operation> operations = List.of(
                operation(0),
                new Courier.Operation(
                        entry(1),
                        () -> {
                            throw new IOException("the disk did it and said that it did not");
                        },
                        () -> {
                            throw new NoSuchFileException("staged-1");
                        }),
                operation(2));

        assertThatThrownBy(() -> courier.carry(operations)).isInstanceOf(TargetUnavailable.class);
        assertThat(recorder.actions())
                .extracting(Recorded::outcome)
                .extracting(TrafficOutcome::status)
                .containsExactly(TrafficOutcome.Status.OK, TrafficOutcome.Status.UNKNOWN, TrafficOutcome.Status.FAILED);
    }

    @Test
    void withoutAllIntentsNothingIsBegun() {
        recorder.failAt(3);

        assertThatThrownBy(() -> courier.carry(
                        IntStream.range(0, 5).mapToObj(this::operation).toList()))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("did not take the records of 5 file operations")
                .hasMessageContaining("nothing of it was done");
        assertThat(done).isEmpty();
    }

    @Test
    void withoutAllOutcomesNobodyIsToldThatItIsDone() {
        recorder.failAt(8);

        assertThatThrownBy(() -> courier.carry(
                        IntStream.range(0, 5).mapToObj(this::operation).toList()))
                .isInstanceOf(TargetUnavailable.class)
                .hasMessageContaining("it may have been done");
        assertThat(done).hasSize(5);
    }

    private Courier.Operation operation(int number) {
        return new Courier.Operation(entry(number), () -> done.add(number), UNTOUCHED);
    }

    private static TrafficEntry entry(int number) {
        return TrafficEntry.fileWrite("https://www.example.go.th/", "page-" + number, null, "0".repeat(64), 120);
    }
}

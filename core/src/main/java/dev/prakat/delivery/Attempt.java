package dev.prakat.delivery;

import dev.prakat.delivery.Delivery.Ending;
import dev.prakat.journal.Journal.Begun;
import dev.prakat.spi.Artefact;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficOutcome.Status;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One try at one placement, from its intent in the traffic log to the outcome. One thread. */
final class Attempt {

    private final Work work;
    private final Loaded loaded;
    private final Begun begun;
    private List<Artefact> captured;
    private TrafficOutcome outcome = TrafficOutcome.ok(-1);
    private @Nullable Ending ending;

    Attempt(Work work, Loaded loaded, Begun begun) {
        this.work = work;
        this.loaded = loaded;
        this.begun = begun;
        this.captured = loaded.artefacts();
    }

    Work work() {
        return work;
    }

    Loaded loaded() {
        return loaded;
    }

    Begun begun() {
        return begun;
    }

    boolean isTakeDown() {
        return loaded.isTakeDown();
    }

    /** Every address that was ever captured, as the step before left them. */
    List<Artefact> captured() {
        return captured;
    }

    void captured(List<Artefact> addresses) {
        captured = addresses;
    }

    boolean isOver() {
        return ending != null;
    }

    void end(Ending how) {
        ending = how;
    }

    /** The traffic log's word for it, before what follows from the failure is written. */
    void failed(RuntimeException problem) {
        outcome = TrafficOutcome.of(Status.FAILED, problem.getClass().getSimpleName());
    }

    /** How it ended; nothing more can be done about a try that no step brought to its end. */
    Ending ending() {
        return ending == null ? Ending.BROKEN : ending;
    }

    /** Closes the intent. */
    void close() {
        begun.recorder().outcome(begun.intent(), outcome);
    }
}

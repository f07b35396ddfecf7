package dev.prakat.journal;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.TrafficOutcome;
import dev.prakat.spi.TrafficOutcome.Status;
import dev.prakat.spi.TrafficRecorder;
import dev.prakat.transaction.CollisionException;
import dev.prakat.transaction.UnitOfWork.Completion;
import org.jspecify.annotations.Nullable;

/**
 * How a command ends, and the one outcome that is written for it. A commit is written at once. A roll-back waits until it is
 * known whether the command is run again; when the command joined the host's unit of work, nobody will, and it is written when
 * that unit ends. One thread.
 */
final class Ending {

    private final TrafficRecorder recorder;
    private final LogReceipt intent;
    private @Nullable Throwable failure;
    private boolean returned;
    private boolean rolledBack;
    private boolean written;

    Ending(TrafficRecorder recorder, LogReceipt intent) {
        this.recorder = recorder;
        this.intent = intent;
    }

    /** The work threw; when the unit of work throws something else, that is what counts. */
    void failed(Throwable problem) {
        failure = problem;
    }

    /** The unit of work has ended. */
    void completed(Completion completion) {
        if (completion == Completion.COMMITTED) {
            write(TrafficOutcome.ok(-1));
        } else if (returned) {
            write(refusal());
        } else {
            rolledBack = true;
        }
    }

    /** Nothing of the command is in the database. False too when it joined a unit of the host, which still holds a part of it. */
    boolean isRolledBack() {
        return rolledBack;
    }

    /** The command is run again: what has happened until now counts for nothing. */
    void again() {
        failure = null;
        rolledBack = false;
    }

    /** The command has left; what comes now comes from the host's unit of work. */
    void left() {
        returned = true;
        if (rolledBack) {
            write(refusal());
        }
    }

    private void write(TrafficOutcome outcome) {
        if (!written) {
            written = true;
            recorder.outcome(intent, outcome);
        }
    }

    private TrafficOutcome refusal() {
        if (failure instanceof PrakatException problem) {
            boolean refused = problem.code() != ProblemCode.BROKEN && problem.code() != ProblemCode.TRAFFIC_LOG;
            boolean denied = refused && !(problem instanceof CollisionException);
            return TrafficOutcome.of(
                    denied ? Status.DENIED : Status.FAILED, problem.code().name());
        }
        return TrafficOutcome.of(
                Status.FAILED, failure == null ? "commit" : failure.getClass().getSimpleName());
    }
}

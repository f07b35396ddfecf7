package dev.prakat.trigger;

import dev.prakat.delivery.SweepSummary;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A sweep, and another one at once for as long as there is more to do. Whatever goes wrong is logged: the next one comes. */
final class Pass {

    private static final Logger LOG = LoggerFactory.getLogger(Pass.class);

    /** So that somebody who stops the caller does not wait for the whole of a large backlog. */
    private static final int AT_ONCE = 20;

    private final Supplier<SweepSummary> sweep;

    Pass(Supplier<SweepSummary> sweep) {
        this.sweep = sweep;
    }

    void run() {
        try {
            for (int n = 0; n < AT_ONCE && !Thread.currentThread().isInterrupted(); n++) {
                if (!sweep.get().more()) {
                    return;
                }
            }
        } catch (RuntimeException | Error e) {
            LOG.atError().setCause(e).log("A sweep failed; the next one is called as if it had not");
            if (e instanceof VirtualMachineError fatal && !(e instanceof StackOverflowError)) {
                throw fatal;
            }
        }
    }
}

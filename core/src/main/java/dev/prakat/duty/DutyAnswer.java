package dev.prakat.duty;

import java.util.List;
import java.util.function.Supplier;

/** The answer to "may this one act?". Immutable; its reason is put into words when somebody asks for it. */
public final class DutyAnswer {

    private final boolean allowed;
    private final List<String> holders;
    private final Supplier<String> reason;

    DutyAnswer(boolean allowed, List<String> holders, Supplier<String> reason) {
        this.allowed = allowed;
        this.holders = holders;
        this.reason = reason;
    }

    /**
     * Whether the actor may act.
     *
     * @return true if the cell names the actor in one way or another
     */
    public boolean allowed() {
        return allowed;
    }

    /**
     * Who holds the duty.
     *
     * @return the codes, with the variable already replaced when its unit is known
     */
    public List<String> holders() {
        return holders;
    }

    /**
     * Why or why not.
     *
     * @return one sentence in English
     */
    public String reason() {
        return reason.get();
    }

    @Override
    public String toString() {
        return (allowed ? "yes: " : "no: ") + reason();
    }
}

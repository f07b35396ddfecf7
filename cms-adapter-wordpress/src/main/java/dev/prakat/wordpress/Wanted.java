package dev.prakat.wordpress;

import org.jspecify.annotations.Nullable;

/** A request that one item's procedure waits for, until it is settled. Handed from thread to thread, never used by two at once. */
final class Wanted {

    private final Ask ask;
    private final boolean asStranger;
    private final Calls calls;
    private @Nullable Answer answer;

    /**
     * @param asStranger whether it goes without the account's password
     * @param calls where it is recorded
     */
    Wanted(Ask ask, boolean asStranger, Calls calls) {
        this.ask = ask;
        this.asStranger = asStranger;
        this.calls = calls;
    }

    Ask ask() {
        return ask;
    }

    boolean asStranger() {
        return asStranger;
    }

    Calls calls() {
        return calls;
    }

    void settle(Answer what) {
        answer = what;
    }

    boolean isSettled() {
        return answer != null;
    }

    Answer answer() {
        if (answer == null) {
            throw new IllegalStateException("nobody sent " + ask.method() + " " + ask.address());
        }
        return answer;
    }
}

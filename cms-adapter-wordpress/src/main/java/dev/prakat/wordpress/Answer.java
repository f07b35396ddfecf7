package dev.prakat.wordpress;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a request. Immutable.
 *
 * @param reply what was answered, or null
 * @param none why there was no answer, or null
 * @param fault why it was not sent or not recorded, or null
 */
record Answer(
        @Nullable Reply reply,
        @Nullable Unanswered none,
        @Nullable RuntimeException fault) {

    /** Sends a request. */
    interface Sending {
        Reply send() throws Unanswered;
    }

    static Answer of(Reply reply) {
        return new Answer(reply, null, null);
    }

    static Answer of(Unanswered none) {
        return new Answer(null, none, null);
    }

    static Answer of(Sending sending) {
        try {
            return of(sending.send());
        } catch (Unanswered e) {
            return of(e);
        } catch (RuntimeException e) {
            return new Answer(null, null, e);
        }
    }

    /**
     * The answer.
     *
     * @throws Unanswered if there was none, or half of one
     * @throws RuntimeException what the traffic log or the credential provider threw
     */
    Reply get() throws Unanswered {
        if (fault != null) {
            throw fault;
        }
        if (none != null) {
            throw none;
        }
        return Objects.requireNonNull(reply);
    }
}

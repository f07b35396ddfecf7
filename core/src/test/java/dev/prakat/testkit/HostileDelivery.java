package dev.prakat.testkit;

/**
 * How a website can fail when it is told to take something down: what the caller is told and what was done are two things. Each
 * has been met in the wild; {@link HostileTarget} plays them.
 */
public enum HostileDelivery {
    /** Done, and then an error: the retry must not stumble over what it did itself (whitehall#4432, isomer#3120). */
    ERROR_AFTER_SUCCESS(false),
    /** Done, and the answer was lost. */
    TIME_OUT_AFTER_SUCCESS(false),
    /** The answer was lost, and it is done later. */
    LATE_SUCCESS(true),
    /** Refused, each time: a validator that takes no expired content (dotCMS#8133). */
    REFUSED_FOR_EVER(true),
    /** Told to come back in two minutes. */
    TOLD_TO_WAIT(true),
    /** Nobody answers. */
    UNAVAILABLE(true),
    /** "Done", and nothing was: a deployment that was queued and lost. */
    NOTHING_DONE(true),
    /** Done twice, by a balancer that tries again on its own account. */
    DOUBLE_DELIVERY(false),
    /** Done, and then an earlier publication arrives that had been given up: the fence keeps it out. */
    LATE_PUBLICATION(false),
    /** Done, and then somebody puts it back past Prakat, with a fence of his own. */
    PUT_BACK(true);

    private final boolean leavesAlive;

    HostileDelivery(boolean leavesAlive) {
        this.leavesAlive = leavesAlive;
    }

    /**
     * Whether the item is still public after the call, so that a proof would be false.
     *
     * @return false where the take-down was really done
     */
    public boolean leavesAlive() {
        return leavesAlive;
    }
}

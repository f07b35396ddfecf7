package dev.prakat.procedure;

import dev.prakat.duty.Part;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What kind of act a step is. */
public enum StepKind {
    /** The requester prepares and hands in; done by submitting. */
    SUBMIT(Part.REQUESTER),
    /** An officer decides. */
    DECIDE(Part.APPROVER),
    /** The item is made public. */
    PUBLISH(Part.PUBLISHER),
    /** What is public is compared with what was approved. */
    VERIFY(Part.VERIFIER),
    /** Somebody is told, with the reason. Source: S002-R11, S003-R09. */
    NOTIFY(null);

    private final @Nullable Part part;

    StepKind(@Nullable Part part) {
        this.part = part;
    }

    /**
     * The part that whoever takes such a step plays in the item.
     *
     * @return the part; empty for an act that no rule keeps apart from others
     */
    public Optional<Part> part() {
        return Optional.ofNullable(part);
    }
}

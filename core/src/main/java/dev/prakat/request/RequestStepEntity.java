package dev.prakat.request;

import dev.prakat.policy.RequestStep.Kind;
import dev.prakat.spi.OfficerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of steps that were done. Inserted, never updated. */
@Entity
@Table(name = "prakat_request_step")
class RequestStepEntity {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "request_id", nullable = false, updatable = false)
    private String request;

    @Column(name = "position_no", nullable = false, updatable = false)
    private int position;

    @Column(name = "step", nullable = false, updatable = false)
    private String step;

    @Column(name = "began_at", nullable = false, updatable = false)
    private Instant began;

    @Column(name = "due_at", updatable = false)
    private @Nullable Instant due;

    @Column(name = "done_at", nullable = false, updatable = false)
    private Instant done;

    @Column(name = "done_by", nullable = false, updatable = false)
    private String by;

    protected RequestStepEntity() {}

    RequestStepEntity(String request, int position, StepDone done, OfficerId by) {
        this.id = request + "/" + position;
        this.request = request;
        this.position = position;
        this.step = done.step().name();
        this.began = done.began();
        this.due = done.due() == null ? null : stored(done.due());
        this.done = done.done();
        this.by = by.value();
    }

    /** A day ends in its last nanosecond, of which not every database keeps all digits. */
    private static Instant stored(Instant due) {
        return Instant.ofEpochMilli(due.toEpochMilli());
    }

    String request() {
        return request;
    }

    StepDone toStep() {
        return new StepDone(Kind.valueOf(step), began, due, done);
    }

    void facts(Map<String, String> facts) {
        facts.put(
                String.format(Locale.ROOT, "is.step.%03d", position),
                String.join("|", step, began.toString(), due == null ? "-" : due.toString(), done.toString(), by));
    }
}

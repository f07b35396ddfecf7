package dev.prakat.approval;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A row by which an open case is found among the tasks of whoever holds the key. It repeats by what tasks are put in order, so
 * that the first of thousands are found without reading the cases of the others. Removed when the step is over.
 */
@Entity
@Table(name = "prakat_task_key")
class TaskKeyEntity {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "case_id", nullable = false, updatable = false)
    private String caseId;

    @Column(name = "task_key", nullable = false, updatable = false)
    private String key;

    @Column(name = "due_at")
    private @Nullable Instant due;

    @Column(name = "submitted_at", nullable = false, updatable = false)
    private Instant submitted;

    protected TaskKeyEntity() {}

    TaskKeyEntity(CaseEntity run, String key) {
        this.id = run.id() + " " + key;
        this.caseId = run.id();
        this.key = key;
        this.due = run.stepDue();
        this.submitted = run.submittedAt();
    }

    /** The same holder has another time limit: in the next step, or after the calendar changed. */
    void due(@Nullable Instant newDue) {
        due = newDue;
    }

    String key() {
        return key;
    }
}

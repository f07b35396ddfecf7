package dev.prakat.approval;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row by which an open case is found among the tasks of whoever holds the key. Removed when the step is over. */
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

    protected TaskKeyEntity() {}

    TaskKeyEntity(String caseId, String key) {
        this.id = caseId + " " + key;
        this.caseId = caseId;
        this.key = key;
    }

    String key() {
        return key;
    }
}

package dev.prakat.journal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * The head of a subject's account: how many events it has and the hash of the last one. Two commands that write about the same
 * subject at once meet here, whatever other rows they change.
 */
@Entity
@Table(name = "prakat_subject")
class SubjectEntity {

    @Id
    @Column(name = "subject")
    private String subject;

    @Column(name = "events", nullable = false)
    private int events;

    /** Empty only between the making of the row and its first event, in the same unit of work. */
    @Column(name = "hash", nullable = false)
    private String hash = "";

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected SubjectEntity() {}

    SubjectEntity(String subject) {
        this.subject = subject;
    }

    void took(EventEntity event) {
        events = event.position();
        hash = event.hash();
    }

    String subject() {
        return subject;
    }

    int events() {
        return events;
    }

    /** The hash of the last event; null when there is none yet. */
    @Nullable
    String hash() {
        return events == 0 ? null : hash;
    }
}

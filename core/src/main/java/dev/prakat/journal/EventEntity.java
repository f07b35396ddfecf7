package dev.prakat.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.OfficerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EntityManager;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the journal. Inserted, never updated. */
@Entity
@Table(name = "prakat_event")
class EventEntity {

    private static final String OF_SUBJECT =
            "select e from EventEntity e where e.subject = :subject order by e.sequence";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> DETAILS = new TypeReference<>() {};

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Column(name = "sequence_no")
    private @Nullable Long sequence;

    @Column(name = "id", nullable = false, updatable = false)
    private String id;

    @Column(name = "subject", nullable = false, updatable = false)
    private String subject;

    @Column(name = "type", nullable = false, updatable = false)
    private String type;

    @Column(name = "happened_at", nullable = false, updatable = false)
    private Instant at;

    @Column(name = "officer", nullable = false, updatable = false)
    private String officer;

    @Column(name = "details", nullable = false, updatable = false)
    private String details;

    @Column(name = "log_origin", nullable = false, updatable = false)
    private String logOrigin;

    @Column(name = "log_index", nullable = false, updatable = false)
    private long logIndex;

    @Column(name = "log_leaf", nullable = false, updatable = false)
    private String logLeaf;

    protected EventEntity() {}

    EventEntity(Recording recording, String type, String subject, Map<String, String> details) {
        this.id = UUID.randomUUID().toString();
        this.subject = subject;
        this.type = type;
        this.at = recording.now();
        this.officer = recording.actor().officer().value();
        this.details = json(details);
        this.logOrigin = recording.receipt().origin();
        this.logIndex = recording.receipt().index();
        this.logLeaf = recording.receipt().leafHash();
    }

    static List<JournalEvent> of(EntityManager manager, String subject) {
        return manager.createQuery(OF_SUBJECT, EventEntity.class)
                .setParameter("subject", subject)
                .getResultStream()
                .map(EventEntity::toEvent)
                .toList();
    }

    private JournalEvent toEvent() {
        return new JournalEvent(
                sequence == null ? 0 : sequence,
                id,
                subject,
                type,
                at,
                new OfficerId(officer),
                parsed(details),
                new LogReceipt(logOrigin, logIndex, logLeaf));
    }

    private static String json(Map<String, String> details) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(details));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of strings could not be written as JSON", e);
        }
    }

    private static Map<String, String> parsed(String json) {
        try {
            return JSON.readValue(json, DETAILS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("event: found details that are no JSON object: " + json, e);
        }
    }
}

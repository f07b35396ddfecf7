package dev.prakat.journal;

import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.OfficerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of the journal. Inserted, never updated, save that an order may erase its words. */
@Entity
@Table(name = "prakat_event")
class EventEntity {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Id
    @Column(name = "id")
    private String id;

    /** Given by the database. It is no key of ours, so that inserts can go in batches. */
    @Column(name = "sequence_no", nullable = false, insertable = false, updatable = false)
    private long sequence;

    @Column(name = "subject", nullable = false, updatable = false)
    private String subject;

    @Column(name = "position", nullable = false, updatable = false)
    private int position;

    @Column(name = "type", nullable = false, updatable = false)
    private String type;

    @Column(name = "happened_at", nullable = false, updatable = false)
    private Instant at;

    @Column(name = "officer", nullable = false, updatable = false)
    private String officer;

    @Column(name = "details", nullable = false, updatable = false)
    private String details;

    @Column(name = "words")
    private @Nullable String words;

    @Column(name = "words_salt")
    private @Nullable String salt;

    @Column(name = "words_hash", updatable = false)
    private @Nullable String wordsHash;

    @Column(name = "log_origin", nullable = false, updatable = false)
    private String logOrigin;

    @Column(name = "log_index", nullable = false, updatable = false)
    private long logIndex;

    @Column(name = "log_leaf", nullable = false, updatable = false)
    private String logLeaf;

    @Column(name = "hash", nullable = false, updatable = false)
    private String hash;

    protected EventEntity() {}

    EventEntity(Recording recording, String type, SubjectEntity head, Map<String, String> details) {
        EventWords parted = EventWords.of(details);
        this.id = UUID.randomUUID().toString();
        this.subject = head.subject();
        this.position = head.events() + 1;
        this.type = type;
        this.at = recording.now();
        this.officer = recording.actor().officer().value();
        this.details = Json.of(parted.details());
        if (!parted.words().isEmpty()) {
            this.words = Json.of(parted.words());
            this.salt = salt();
            this.wordsHash = EventHash.ofWords(salt, parted.words());
        }
        this.logOrigin = recording.receipt().origin();
        this.logIndex = recording.receipt().index();
        this.logLeaf = recording.receipt().leafHash();
        this.hash = EventHash.of(toEvent(), wordsHash, head.hash());
    }

    String hash() {
        return hash;
    }

    int position() {
        return position;
    }

    String subject() {
        return subject;
    }

    String type() {
        return type;
    }

    boolean wordsAreGone() {
        return wordsHash != null && words == null && salt == null;
    }

    void eraseWords() {
        words = null;
        salt = null;
    }

    /** Whether what is stored still gives the hashes that are stored beside it. */
    boolean isWhole(@Nullable String previous) {
        try {
            return wordsAreWhole() && hash.equals(EventHash.of(toEvent(), wordsHash, previous));
        } catch (Json.UnreadableRow | IllegalArgumentException e) {
            return false;
        }
    }

    private boolean wordsAreWhole() {
        if (words == null || salt == null) {
            return words == null && salt == null;
        }
        return EventHash.ofWords(salt, Json.texts(words)).equals(wordsHash);
    }

    JournalEvent toEvent() {
        SortedMap<String, String> all = new TreeMap<>(Json.texts(details));
        if (words != null) {
            all.putAll(Json.texts(words));
        }
        return new JournalEvent(
                sequence,
                id,
                subject,
                position,
                type,
                at,
                new OfficerId(officer),
                all,
                new LogReceipt(logOrigin, logIndex, logLeaf),
                hash);
    }

    private static String salt() {
        byte[] bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}

package dev.prakat.journal;

import dev.prakat.spi.OfficerId;
import dev.prakat.spi.PrakatListener;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of what listeners are to be told. It has a next attempt for as long as it was not delivered. */
@Entity
@Table(name = "prakat_notification")
class NotificationEntity {

    private static final String TO = "to";
    private static final String ROLES = "roles";
    private static final int PROBLEM = 1500;

    @Id
    @Column(name = "id")
    private String id;

    /** Given by the database; the order within a subject. */
    @Column(name = "sequence_no", nullable = false, insertable = false, updatable = false)
    private long sequence;

    @Column(name = "subject", nullable = false, updatable = false)
    private String subject;

    @Column(name = "type", nullable = false, updatable = false)
    private String type;

    @Column(name = "happened_at", nullable = false, updatable = false)
    private Instant at;

    @Column(name = "officer", nullable = false, updatable = false)
    private String officer;

    @Column(name = "addressees", nullable = false, updatable = false)
    private String addressees;

    @Column(name = "details", nullable = false)
    private String details;

    @Column(name = "next_attempt_at")
    private @Nullable Instant nextAttempt;

    @Column(name = "attempts", nullable = false)
    private int attempts;

    @Column(name = "last_problem")
    private @Nullable String lastProblem;

    @Column(name = "delivered_at")
    private @Nullable Instant delivered;

    @Column(name = "claim_token")
    private @Nullable String claimToken;

    @Column(name = "claim_until")
    private @Nullable Instant claimUntil;

    protected NotificationEntity() {}

    NotificationEntity(Recording recording, Notification notification) {
        this.id = UUID.randomUUID().toString();
        this.subject = notification.subject();
        this.type = notification.type();
        this.at = recording.now();
        this.officer = recording.actor().officer().value();
        this.addressees = Json.of(Map.of(
                TO,
                notification.to().stream().map(OfficerId::value).sorted().toList(),
                ROLES,
                notification.roles().stream().sorted().toList()));
        this.details = Json.of(notification.details());
        this.nextAttempt = recording.now();
    }

    String id() {
        return id;
    }

    boolean isDue(Instant now) {
        return nextAttempt != null && !nextAttempt.isAfter(now);
    }

    boolean isClaimedBy(String token) {
        return token.equals(claimToken);
    }

    void delivered(Instant now) {
        attempts++;
        delivered = now;
        nextAttempt = null;
        lastProblem = null;
        release();
    }

    void failed(String problem, Instant now) {
        attempts++;
        nextAttempt = now.plus(ListenerBackoff.after(attempts));
        lastProblem = problem.length() <= PROBLEM ? problem : problem.substring(0, PROBLEM) + "…";
        release();
    }

    private void release() {
        claimToken = null;
        claimUntil = null;
    }

    /** What it says is gone; that something is to be told stays. */
    void eraseDetails() {
        details = Json.of(Map.of());
        lastProblem = null;
    }

    PrakatListener.Event toEvent() {
        SortedMap<String, List<String>> whom = Json.lists(addressees);
        return new PrakatListener.Event(
                id,
                type,
                subject,
                at,
                new OfficerId(officer),
                whom.getOrDefault(TO, List.of()).stream().map(OfficerId::new).collect(Collectors.toUnmodifiableSet()),
                Set.copyOf(whom.getOrDefault(ROLES, List.of())),
                Json.texts(details));
    }

    Undelivered toUndelivered() {
        return new Undelivered(toEvent(), attempts, nextAttempt == null ? at : nextAttempt, lastProblem);
    }
}

package dev.prakat.delivery;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.Observation;
import dev.prakat.spi.ObserveRequest;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of public addresses, captured when the item was published, and what was last seen there. */
@Entity
@Table(name = "prakat_artefact")
class ArtefactEntity {

    private static final int EVIDENCE = 2000;

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "placement_id", nullable = false, updatable = false)
    private String placement;

    @Column(name = "address", nullable = false, updatable = false)
    private String address;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false)
    private Artefact.Kind kind;

    @Column(name = "remote_path", nullable = false)
    private String remotePath;

    @Column(name = "sha256")
    private @Nullable String sha256;

    @Column(name = "shared", nullable = false)
    private boolean shared;

    /** Whether the newest publication put the item here. */
    @Column(name = "expected", nullable = false)
    private boolean expected;

    @Enumerated(EnumType.STRING)
    @Column(name = "answer")
    private Observation.@Nullable Answer answer;

    @Column(name = "soft")
    private @Nullable Boolean soft;

    @Column(name = "evidence")
    private @Nullable String evidence;

    @Column(name = "observed_at")
    private @Nullable Instant observedAt;

    protected ArtefactEntity() {}

    String placement() {
        return placement;
    }

    ArtefactEntity(String placement, Artefact artefact) {
        this.id = UUID.randomUUID().toString();
        this.placement = placement;
        this.address = artefact.address().toString();
        this.kind = artefact.kind();
        renew(artefact);
    }

    /** The newest publication put the item here again. */
    final void renew(Artefact artefact) {
        remotePath = artefact.remotePath();
        sha256 = artefact.sha256();
        shared = artefact.shared();
        expected = true;
    }

    /** The newest publication did not put the item here. */
    void leftBehind() {
        expected = false;
    }

    void seen(Observation observation, Instant at) {
        answer = observation.answer();
        soft = observation.soft();
        evidence = observation.evidence().length() <= EVIDENCE
                ? observation.evidence()
                : observation.evidence().substring(0, EVIDENCE);
        observedAt = at;
    }

    URI address() {
        return URI.create(address);
    }

    Expectation expectation() {
        return new Expectation(kind, sha256, shared, expected);
    }

    ObserveRequest.Address toAddress(String item) {
        return new ObserveRequest.Address(placement, item, address(), kind, sha256);
    }

    Artefact toArtefact() {
        return new Artefact(address(), kind, remotePath, sha256, shared);
    }

    PlacementArtefact toSnapshot() {
        return new PlacementArtefact(
                toArtefact(), answer, Boolean.TRUE.equals(soft), evidence == null ? "" : evidence, observedAt);
    }
}

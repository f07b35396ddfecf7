package dev.prakat.request;

import dev.prakat.policy.RequestStep.Kind;
import dev.prakat.request.RequestRun.State;
import dev.prakat.seal.Seal;
import dev.prakat.spi.OfficerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of the register of requests. */
@Entity
@Table(name = "prakat_request")
class RequestEntity {

    /** What the journal calls it. */
    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "number", nullable = false, updatable = false)
    private String number;

    @Column(name = "received_at", nullable = false, updatable = false)
    private Instant received;

    @Column(name = "information_act", nullable = false, updatable = false)
    private boolean informationAct;

    @Column(name = "topic", nullable = false, updatable = false)
    private String topic;

    @Column(name = "sealed")
    private @Nullable String sealed;

    @Column(name = "sealed_need")
    private @Nullable String sealedNeed;

    @Column(name = "key_id", nullable = false, updatable = false)
    private String keyId;

    @Column(name = "state", nullable = false)
    private String state;

    @Column(name = "step")
    private @Nullable String step;

    @Column(name = "began_at", nullable = false)
    private Instant began;

    @Column(name = "in_charge")
    private @Nullable String inCharge;

    @Column(name = "needed_by")
    private @Nullable LocalDate neededBy;

    @Column(name = "ground")
    private @Nullable String ground;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected RequestEntity() {}

    RequestEntity(NewRequest request, RequestRun run, Seal seal) {
        this.id = request.number().subject();
        this.number = request.number().value();
        this.received = run.received();
        this.informationAct = request.informationAct();
        this.topic = request.topic();
        this.sealed = seal.seal(request.requester().texts(), id);
        this.keyId = seal.keyId();
        this.state = run.state().name();
        this.began = run.began();
        take(run);
    }

    String id() {
        return id;
    }

    RequestNumber number() {
        return new RequestNumber(number);
    }

    Instant received() {
        return received;
    }

    boolean informationAct() {
        return informationAct;
    }

    String topic() {
        return topic;
    }

    String keyId() {
        return keyId;
    }

    State state() {
        return State.valueOf(state);
    }

    @Nullable
    Kind step() {
        return step == null ? null : Kind.valueOf(step);
    }

    Instant began() {
        return began;
    }

    @Nullable
    OfficerId inCharge() {
        return inCharge == null ? null : new OfficerId(inCharge);
    }

    @Nullable
    LocalDate neededBy() {
        return neededBy;
    }

    @Nullable
    String ground() {
        return ground;
    }

    @Nullable
    String sealed() {
        return sealed;
    }

    final void take(RequestRun run) {
        Kind awaited = run.step();
        state = run.state().name();
        step = awaited == null ? null : awaited.name();
        began = run.began();
        ground = run.ground();
    }

    void assign(OfficerId officer) {
        inCharge = officer.value();
    }

    void neededBy(LocalDate day) {
        neededBy = day;
    }

    void need(String words, Seal seal) {
        sealedNeed = seal.seal(List.of(words), needName());
    }

    /** What is wanted as it was made clear; null before. */
    @Nullable
    String need(Seal seal) {
        return sealedNeed == null ? null : seal.open(sealedNeed, needName()).get(0);
    }

    private String needName() {
        return id + "/need";
    }

    void erase() {
        sealed = null;
        sealedNeed = null;
    }

    /** What the journal's events tell of it. */
    void facts(Map<String, String> facts) {
        facts.put("is.given", String.join("|", number, received.toString(), "" + informationAct, hash(topic)));
        facts.put("is.state", state + " " + (step == null ? "-" : step) + " " + began);
        put(facts, "is.inCharge", inCharge);
        put(facts, "is.neededBy", neededBy == null ? null : neededBy.toString());
        put(facts, "is.ground", ground);
        put(facts, "is.erased", sealed == null ? "true" : null);
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

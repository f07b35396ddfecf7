package dev.prakat.request;

import dev.prakat.spi.OfficerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of what was instructed in the place of an approval. */
@Entity
@Table(name = "prakat_request_instruction")
class RequestInstructionEntity {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "request_id", nullable = false, updatable = false)
    private String request;

    @Column(name = "position_no", nullable = false, updatable = false)
    private int position;

    @Column(name = "committee", nullable = false, updatable = false)
    private boolean committee;

    @Column(name = "words")
    private @Nullable String words;

    @Column(name = "instructed_at", nullable = false, updatable = false)
    private Instant at;

    @Column(name = "instructed_by", nullable = false, updatable = false)
    private String by;

    @Column(name = "outcome")
    private @Nullable String outcome;

    @Column(name = "done_at")
    private @Nullable Instant done;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected RequestInstructionEntity() {}

    RequestInstructionEntity(String request, int position, Instruction given) {
        this.id = request + "/" + position;
        this.request = request;
        this.position = position;
        this.committee = given.committee();
        this.words = given.words();
        this.at = given.at();
        this.by = given.by().value();
    }

    String request() {
        return request;
    }

    void done(String what, Instant when) {
        outcome = what;
        done = when;
    }

    void erase() {
        words = null;
        outcome = outcome == null ? null : "";
    }

    Instruction toInstruction() {
        return new Instruction(committee, words == null ? "" : words, at, new OfficerId(by), outcome, done);
    }

    void facts(Map<String, String> facts) {
        facts.put(
                String.format(Locale.ROOT, "is.instruction.%03d", position),
                String.join("|", at.toString(), by, committee ? "COMMITTEE" : "OTHER", done == null ? "-" : "" + done));
    }
}

package dev.prakat.request;

import dev.prakat.request.RequestLetter.LetterKind;
import dev.prakat.seal.Seal;
import dev.prakat.spi.OfficerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of letters. Its text is sealed, since it names the requester. */
@Entity
@Table(name = "prakat_request_letter")
class RequestLetterEntity {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "request_id", nullable = false, updatable = false)
    private String request;

    @Column(name = "number", nullable = false, updatable = false)
    private String number;

    @Column(name = "kind", nullable = false, updatable = false)
    private String kind;

    @Column(name = "unit", updatable = false)
    private @Nullable String unit;

    @Column(name = "sealed")
    private @Nullable String sealed;

    @Column(name = "written_at", nullable = false, updatable = false)
    private Instant at;

    @Column(name = "written_by", nullable = false, updatable = false)
    private String by;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected RequestLetterEntity() {}

    RequestLetterEntity(String id, String request, RequestLetter letter, Seal seal) {
        this.id = id;
        this.request = request;
        this.number = letter.number();
        this.kind = letter.kind().name();
        this.unit = letter.unit();
        this.sealed = seal.seal(letter.texts(), name());
        this.at = letter.at();
        this.by = letter.by().value();
    }

    String request() {
        return request;
    }

    String number() {
        return number;
    }

    LetterKind kind() {
        return LetterKind.valueOf(kind);
    }

    @Nullable
    String unit() {
        return unit;
    }

    Instant at() {
        return at;
    }

    OfficerId by() {
        return new OfficerId(by);
    }

    @Nullable
    String sealed() {
        return sealed;
    }

    /** What its text was sealed for. */
    final String name() {
        return request + "/letter/" + id;
    }

    void erase() {
        sealed = null;
    }

    void facts(Map<String, String> facts) {
        facts.put("is.letter." + id, String.join("|", number, kind, unit == null ? "-" : unit, at.toString(), by));
    }
}

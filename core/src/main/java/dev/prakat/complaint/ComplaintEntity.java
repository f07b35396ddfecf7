package dev.prakat.complaint;

import dev.prakat.policy.ComplaintPolicy.Detail;
import dev.prakat.seal.Seal;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of the register. */
@Entity
@Table(name = "prakat_complaint")
class ComplaintEntity {

    /** In the place of a conclusion, for imports of which it was not kept how their complaints had ended. */
    static final String UNKNOWN = "?";

    /** What the journal calls it. */
    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "number", nullable = false, updatable = false)
    private String number;

    @Column(name = "unit", nullable = false, updatable = false)
    private String unit;

    @Column(name = "received_on", nullable = false, updatable = false)
    private LocalDate received;

    @Column(name = "received_at", updatable = false)
    private @Nullable String receivedAt;

    @Column(name = "channel", nullable = false, updatable = false)
    private String channel;

    @Column(name = "missing", nullable = false, updatable = false)
    private String missing;

    @Column(name = "sealed")
    private @Nullable String sealed;

    @Column(name = "key_id", nullable = false, updatable = false)
    private String keyId;

    @Column(name = "conclusion")
    private @Nullable String conclusion;

    @Column(name = "concluded_on")
    private @Nullable LocalDate concluded;

    @Column(name = "informed_on")
    private @Nullable LocalDate informed;

    /** The import that it came with, and its row there; null for one that an officer added. */
    @Column(name = "import_id", updatable = false)
    private @Nullable String importId;

    @Column(name = "import_row", nullable = false, updatable = false)
    private int importRow;

    /** How it had ended when the import gave it; what came later is in the columns above alone. */
    @Column(name = "given_conclusion", updatable = false)
    private @Nullable String givenConclusion;

    @Column(name = "given_concluded_on", updatable = false)
    private @Nullable LocalDate givenConcluded;

    @Column(name = "given_informed_on", updatable = false)
    private @Nullable LocalDate givenInformed;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected ComplaintEntity() {}

    ComplaintEntity(NewComplaint complaint, Set<Detail> missing, Seal seal) {
        this.id = complaint.number().subject();
        this.number = complaint.number().value();
        this.unit = complaint.unit();
        this.received = complaint.received();
        this.receivedAt =
                complaint.receivedAt() == null ? null : complaint.receivedAt().toString();
        this.channel = complaint.channel();
        this.missing = missing.stream().map(Detail::name).collect(Collectors.joining(","));
        this.sealed = seal.seal(complaint.complainant().texts(), id);
        this.keyId = seal.keyId();
    }

    ComplaintEntity ofImport(String imported, int row, @Nullable Conclusion end) {
        this.importId = imported;
        this.importRow = row;
        if (end != null) {
            conclude(end);
            givenConclusion = conclusion;
            givenConcluded = concluded;
            givenInformed = informed;
        }
        return this;
    }

    String id() {
        return id;
    }

    String unit() {
        return unit;
    }

    LocalDate received() {
        return received;
    }

    @Nullable
    String sealed() {
        return sealed;
    }

    String keyId() {
        return keyId;
    }

    @Nullable
    Conclusion conclusion() {
        return conclusion == null || concluded == null ? null : new Conclusion(conclusion, concluded, informed);
    }

    void conclude(Conclusion end) {
        conclusion = end.kind();
        concluded = end.concluded();
        informed = end.informed();
    }

    void inform(LocalDate day) {
        informed = day;
    }

    void erase() {
        sealed = null;
    }

    /** What was given with it and never changes, on one line; for the hash of an import and for the journal. */
    String given() {
        return String.join(
                "|", number, unit, received.toString(), receivedAt == null ? "" : receivedAt, channel, missing);
    }

    /** What an import gave, on one line; of one before version 6 of the schema it is not known how the complaint had ended. */
    String imported() {
        return UNKNOWN.equals(givenConclusion)
                ? given()
                : String.join("|", given(), text(givenConclusion), text(givenConcluded), text(givenInformed));
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** What the journal's events tell of it. What came with an import is told by the import alone. */
    void facts(Map<String, String> facts) {
        if (importId == null) {
            facts.put("complaint.given", given());
        }
        boolean asGiven =
                conclusion != null && conclusion.equals(givenConclusion) && Objects.equals(concluded, givenConcluded);
        if (!asGiven && (conclusion != null || concluded != null || isGiven())) {
            facts.put("complaint.conclusion", conclusion + " " + concluded);
        }
        if (!Objects.equals(informed, givenInformed)) {
            facts.put("complaint.informed", String.valueOf(informed));
        }
        if (sealed == null) {
            facts.put("complaint.erased", "true");
        }
    }

    private boolean isGiven() {
        return givenConclusion != null && !UNKNOWN.equals(givenConclusion);
    }

    Complaint toComplaint(Kpi kpi) {
        return new Complaint(
                new ComplaintNumber(number),
                unit,
                received,
                receivedAt,
                channel,
                details(missing),
                conclusion(),
                kpi.lastDay(received),
                sealed == null);
    }

    static Set<Detail> details(String missing) {
        return Arrays.stream(missing.split(","))
                .filter(name -> !name.isEmpty())
                .map(Detail::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }
}

package dev.prakat.complaint;

import dev.prakat.policy.ComplaintPolicy.Purpose;
import dev.prakat.spi.OfficerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Map;

/** A row of sections that got a complaint. Inserted, never updated. */
@Entity
@Table(name = "prakat_complaint_route")
class ComplaintRouteEntity {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "complaint_id", nullable = false, updatable = false)
    private String complaint;

    @Column(name = "section", nullable = false, updatable = false)
    private String section;

    @Column(name = "purpose", nullable = false, updatable = false)
    private String purpose;

    @Column(name = "routed_at", nullable = false, updatable = false)
    private Instant at;

    @Column(name = "routed_by", nullable = false, updatable = false)
    private String by;

    protected ComplaintRouteEntity() {}

    ComplaintRouteEntity(String id, String complaint, ComplaintRoute route) {
        this.id = id;
        this.complaint = complaint;
        this.section = route.section();
        this.purpose = route.purpose().name();
        this.at = route.at();
        this.by = route.by().value();
    }

    String complaint() {
        return complaint;
    }

    /** What the event of it tells. */
    void fact(Map<String, String> facts) {
        put(facts, section, purpose, at, by);
    }

    static void put(Map<String, String> facts, String section, String purpose, Instant at, String by) {
        facts.merge("complaint.route " + section + " " + purpose + " " + at, by, (one, two) -> one + "," + two);
    }

    ComplaintRoute toRoute() {
        return new ComplaintRoute(section, Purpose.valueOf(purpose), at, new OfficerId(by));
    }
}

package dev.prakat.report;

import dev.prakat.spi.OfficerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of superiors' orders on reports. */
@Entity
@Table(name = "prakat_report_order")
class ReportOrderEntity {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "report_id", nullable = false, updatable = false)
    private String report;

    @Column(name = "number", nullable = false, updatable = false)
    private int number;

    @Column(name = "words", nullable = false)
    private String words;

    @Column(name = "unit", nullable = false, updatable = false)
    private String unit;

    @Column(name = "due_on", updatable = false)
    private @Nullable LocalDate dueOn;

    @Column(name = "ordered_at", nullable = false, updatable = false)
    private Instant orderedAt;

    @Column(name = "ordered_by", nullable = false, updatable = false)
    private String orderedBy;

    @Column(name = "done_at")
    private @Nullable Instant doneAt;

    @Column(name = "done_by")
    private @Nullable String doneBy;

    @Column(name = "done_how", nullable = false)
    private String how = "";

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected ReportOrderEntity() {}

    ReportOrderEntity(String report, ReportOrder order) {
        this.id = report + "/" + order.number();
        this.report = report;
        this.number = order.number();
        this.words = order.text();
        this.unit = order.unit();
        this.dueOn = order.dueOn();
        this.orderedAt = order.orderedAt();
        this.orderedBy = order.orderedBy().value();
    }

    String report() {
        return report;
    }

    int number() {
        return number;
    }

    String unit() {
        return unit;
    }

    boolean isDone() {
        return doneAt != null;
    }

    void done(OfficerId by, Instant at, String words) {
        doneBy = by.value();
        doneAt = at;
        how = words;
    }

    /** As {@link FiledReportReplay} tells it. */
    String line() {
        return FiledReportReplay.line(
                unit, dueOn == null ? "" : dueOn.toString(), orderedBy, doneBy == null ? "" : doneBy);
    }

    ReportOrder toOrder() {
        return new ReportOrder(
                number,
                words,
                unit,
                dueOn,
                new OfficerId(orderedBy),
                orderedAt,
                FiledReportEntity.signed(doneBy, doneAt),
                how);
    }
}

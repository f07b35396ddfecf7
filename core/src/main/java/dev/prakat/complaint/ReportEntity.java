package dev.prakat.complaint;

import dev.prakat.calendar.ThaiDate;
import dev.prakat.complaint.MonthlyReport.Counts;
import dev.prakat.spi.OfficerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A row of the units' reports. */
@Entity
@Table(name = "prakat_complaint_report")
class ReportEntity {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "unit", nullable = false, updatable = false)
    private String unit;

    @Column(name = "report_month", nullable = false, updatable = false)
    private String month;

    @Column(name = "received", nullable = false)
    private int received;

    @Column(name = "carried_in", nullable = false)
    private int carriedIn;

    @Column(name = "counted", nullable = false)
    private int counted;

    @Column(name = "in_time", nullable = false)
    private int inTime;

    @Column(name = "failed", nullable = false)
    private int failed;

    @Column(name = "carried_out", nullable = false)
    private int carriedOut;

    @Column(name = "incomplete", nullable = false)
    private int incomplete;

    @Column(name = "late_concluded", nullable = false)
    private int lateConcluded;

    @Column(name = "due_on", nullable = false, updatable = false)
    private LocalDate due;

    @Column(name = "sent_at", nullable = false, updatable = false)
    private Instant sentAt;

    @Column(name = "sent_by", nullable = false)
    private String sentBy;

    @Column(name = "corrected_at")
    private @Nullable Instant correctedAt;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected ReportEntity() {}

    ReportEntity(String unit, YearMonth month, LocalDate due, Instant sentAt, OfficerId by) {
        this.id = id(unit, month);
        this.unit = unit;
        this.month = month.toString();
        this.due = due;
        this.sentAt = sentAt;
        this.sentBy = by.value();
    }

    static String id(String unit, YearMonth month) {
        return month + "/" + unit;
    }

    String unit() {
        return unit;
    }

    void take(Counts counts, OfficerId by) {
        received = counts.received();
        carriedIn = counts.carriedIn();
        counted = counts.counted();
        inTime = counts.inTime();
        failed = counts.failed();
        carriedOut = counts.carriedOut();
        incomplete = counts.incomplete();
        lateConcluded = counts.lateConcluded();
        sentBy = by.value();
    }

    void corrected(Instant at) {
        correctedAt = at;
    }

    /** What the events of it tell. */
    void facts(Map<String, String> facts) {
        toReport().counts().told().forEach((name, count) -> facts.put("complaint-report." + name, count));
        facts.put("complaint-report.unit", unit);
        facts.put("complaint-report.month", month);
        facts.put("complaint-report.due", due.toString());
        facts.put("complaint-report.sent", sentAt.toString());
        facts.put("complaint-report.by", sentBy);
        if (correctedAt != null) {
            facts.put("complaint-report.corrected", correctedAt.toString());
        }
    }

    String id() {
        return id;
    }

    MonthlyReport toReport() {
        return new MonthlyReport(
                unit,
                YearMonth.parse(month),
                new Counts(received, carriedIn, counted, inTime, failed, carriedOut, incomplete, lateConcluded),
                due,
                sentAt,
                new OfficerId(sentBy),
                correctedAt,
                LocalDate.ofInstant(sentAt, ThaiDate.BANGKOK).isAfter(due));
    }
}

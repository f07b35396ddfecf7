package dev.prakat.report;

import dev.prakat.report.FiledReport.Signed;
import dev.prakat.report.FiledReport.Status;
import dev.prakat.spi.OfficerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A row of reports to superiors. */
@Entity
@Table(name = "prakat_report")
class FiledReportEntity {

    @Id
    @Column(name = "id")
    private String id;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false)
    private ReportKind kind;

    @Column(name = "period", nullable = false, updatable = false)
    private String period;

    @Column(name = "from_on", nullable = false, updatable = false)
    private LocalDate from;

    @Column(name = "until_on", nullable = false, updatable = false)
    private LocalDate until;

    @Column(name = "due_on", nullable = false, updatable = false)
    private LocalDate due;

    @Enumerated(EnumType.STRING)
    @Column(name = "status", nullable = false)
    private Status status;

    @Column(name = "problems", nullable = false)
    private String problems;

    @Column(name = "obstacles", nullable = false)
    private String obstacles;

    @Column(name = "suggestions", nullable = false)
    private String suggestions;

    @Column(name = "figures")
    private @Nullable String figures;

    @Column(name = "figures_hash")
    private @Nullable String figuresHash;

    @Column(name = "drafted_at", nullable = false, updatable = false)
    private Instant draftedAt;

    @Column(name = "drafted_by", nullable = false, updatable = false)
    private String draftedBy;

    @Column(name = "submitted_at")
    private @Nullable Instant submittedAt;

    @Column(name = "submitted_by")
    private @Nullable String submittedBy;

    @Column(name = "late_days", nullable = false)
    private int lateDays;

    @Column(name = "corrected_at")
    private @Nullable Instant correctedAt;

    @Column(name = "acknowledged_at")
    private @Nullable Instant acknowledgedAt;

    @Column(name = "acknowledged_by")
    private @Nullable String acknowledgedBy;

    @Column(name = "note", nullable = false)
    private String note = "";

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected FiledReportEntity() {}

    FiledReportEntity(ReportPeriod period, OfficerId by, Instant at) {
        this.id = key(period.name());
        this.kind = ReportKind.OVERSIGHT;
        this.period = period.name();
        this.from = period.from();
        this.until = period.until();
        this.due = period.due();
        this.status = Status.DRAFTED;
        this.draftedBy = by.value();
        this.draftedAt = at;
        this.problems = "";
        this.obstacles = "";
        this.suggestions = "";
    }

    static String key(String period) {
        return "report:oversight/" + period;
    }

    String id() {
        return id;
    }

    Status status() {
        return status;
    }

    ReportPeriod period() {
        return new ReportPeriod(period, from, until, due);
    }

    ReportRemarks remarks() {
        return new ReportRemarks(problems, obstacles, suggestions);
    }

    @Nullable
    String figures() {
        return figures;
    }

    void remarks(ReportRemarks remarks) {
        problems = remarks.problems();
        obstacles = remarks.obstacles();
        suggestions = remarks.suggestions();
    }

    /** The first time decides whether it was in time; later ones correct it. */
    void submitted(OfficerId by, Instant at, int late) {
        if (submittedAt == null) {
            submittedAt = at;
            submittedBy = by.value();
            lateDays = late;
        } else {
            correctedAt = at;
        }
        status = Status.SUBMITTED;
    }

    void figures(String json, String hash) {
        figures = json;
        figuresHash = hash;
    }

    void acknowledged(OfficerId by, Instant at, String words) {
        acknowledgedBy = by.value();
        acknowledgedAt = at;
        note = words;
        status = Status.ACKNOWLEDGED;
    }

    void become(Status next) {
        status = next;
    }

    void facts(SortedMap<String, String> facts) {
        facts.put("report.period", from + " " + until + " " + due);
        facts.put("report.status", status.name());
        facts.put("report.draftedBy", draftedBy);
        if (figuresHash != null) {
            facts.put("report.figures", figuresHash);
        }
        if (submittedAt != null) {
            facts.put("report.submitted", submittedBy + " " + submittedAt + " " + lateDays);
        }
        if (acknowledgedAt != null) {
            facts.put("report.acknowledged", acknowledgedBy + " " + acknowledgedAt);
        }
    }

    FiledReport toReport(List<ReportOrder> orders) {
        return new FiledReport(
                id,
                period(),
                status,
                remarks(),
                figuresHash,
                new OfficerId(draftedBy),
                draftedAt,
                signed(submittedBy, submittedAt),
                lateDays,
                correctedAt,
                signed(acknowledgedBy, acknowledgedAt),
                note,
                orders);
    }

    static @Nullable Signed signed(@Nullable String by, @Nullable Instant at) {
        return by == null || at == null ? null : new Signed(new OfficerId(by), at);
    }
}

package dev.prakat.report;

import dev.prakat.calendar.CountingRule.FirstDay;
import dev.prakat.calendar.ThaiDate;
import dev.prakat.journal.Journal;
import dev.prakat.journal.Recording;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.report.FiledReport.Status;
import dev.prakat.spi.Actor;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reports as they go to the superior: drafted, submitted with the figures as they are then, acknowledged, ordered upon, and the
 * orders tracked until they are done. Every command is in the traffic log and the journal. Thread-safe. Source: S001-R29, S003-R23
 */
public final class FiledReports {

    private static final int MOST_WORDS = 4000;

    private final Journal journal;
    private final AgencyPolicy policy;
    private final ReportDuty duty;

    FiledReports(Journal journal, AgencyPolicy policy, ReportDuty duty) {
        this.journal = journal;
        this.policy = policy;
        this.duty = duty;
    }

    /**
     * Drafts the report on a period, or writes the remarks of a draft anew.
     *
     * @param actor whom the policy's standing duty to report names
     * @param period the period
     * @param remarks problems, obstacles and suggestions
     * @return the report
     * @throws InvalidException if a remark is longer than 4,000 characters
     * @throws PrakatException {@code NOT_ALLOWED}, {@code CONFIGURATION} if the policy names nobody who reports,
     *     {@code CONFLICT} if it was submitted already
     */
    public FiledReport draft(Actor actor, ReportPeriod period, ReportRemarks remarks) {
        return command(actor, "report.draft", period.name(), recording -> {
            duty.requireReporter(actor.officer(), "draft the report on " + period.name(), recording.now());
            check(remarks);
            FiledReportEntity report = drafted(recording, period);
            if (report.status() != Status.DRAFTED) {
                throw conflict(report, "only a draft can be written anew; submit it again to correct it");
            }
            report.remarks(remarks);
            recording.event("report.written", report.id(), words(remarks));
            return report;
        });
    }

    /**
     * Submits a report with its figures. As long as the superior has not acknowledged it, it may be submitted again; the day of the
     * first time counts.
     *
     * @param actor whom the policy's standing duty to report names
     * @param document the report as it was just made; its remarks count, those of a draft where it has none
     * @return the report
     * @throws InvalidException if a remark is longer than 4,000 characters
     * @throws PrakatException {@code NOT_ALLOWED}, {@code CONFLICT} if its period is not over or it was acknowledged already
     */
    public FiledReport submit(Actor actor, ReportDocument document) {
        ReportPeriod period = document.period();
        return command(actor, "report.submit", period.name(), recording -> {
            duty.requireReporter(actor.officer(), "submit the report on " + period.name(), recording.now());
            check(document.remarks());
            if (document.kind() != ReportKind.OVERSIGHT) {
                throw new InvalidException(
                        ProblemCode.INVALID_INPUT,
                        "the report on " + period.name(),
                        List.of(new Finding(
                                "kind",
                                "S001-R29",
                                "found " + document.kind() + ", expected " + ReportKind.OVERSIGHT,
                                "submit what Reports.oversight made")));
            }
            LocalDate today = LocalDate.ofInstant(recording.now(), ThaiDate.BANGKOK);
            if (!today.isAfter(period.until())) {
                throw new PrakatException(
                        ProblemCode.CONFLICT,
                        "the report on " + period.name() + " cannot be submitted on " + today
                                + ": its period is not over; submit it from "
                                + period.until().plusDays(1));
            }
            FiledReportEntity report = drafted(recording, period);
            boolean again = report.status() == Status.SUBMITTED;
            if (!again && report.status() != Status.DRAFTED) {
                throw conflict(report, "the superior has acknowledged it");
            }
            ReportRemarks remarks =
                    document.remarks().equals(ReportRemarks.NONE) ? report.remarks() : document.remarks();
            String json = document.with(remarks).toJson(false);
            report.remarks(remarks);
            report.figures(json, sha256(json));
            report.submitted(actor.officer(), recording.now(), lateDays(period, today));
            Map<String, String> details = new HashMap<>(words(remarks));
            details.put("figures", sha256(json));
            details.put("due", period.due().toString());
            details.put("lateDays", Integer.toString(lateDays(period, today)));
            recording.event(again ? "report.corrected" : "report.submitted", report.id(), details);
            return report;
        });
    }

    /** In working days of the agency's calendar, the day on which it was due left out. */
    private int lateDays(ReportPeriod period, LocalDate day) {
        return day.isAfter(period.due()) ? policy.calendar().workingDays(period.due(), day, FirstDay.EXCLUDE) : 0;
    }

    /**
     * The superior takes note of a report.
     *
     * @param actor who holds the post to which is reported, or acts in it
     * @param period the period's name
     * @param note what the superior says to it; may be empty
     * @return the report
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED}, {@code CONFLICT} if it is not submitted or acknowledged already
     */
    public FiledReport acknowledge(Actor actor, String period, String note) {
        return command(actor, "report.acknowledge", period, recording -> {
            duty.requireSuperior(actor.officer(), "acknowledge a report", recording.now());
            FiledReportEntity report = FiledReportQueries.require(recording.manager(), period);
            if (report.status() != Status.SUBMITTED) {
                throw conflict(report, "only a report that was submitted can be acknowledged");
            }
            acknowledge(recording, report, checked("note", note, false));
            return report;
        });
    }

    private static void acknowledge(Recording recording, FiledReportEntity report, String note) {
        report.acknowledged(recording.actor().officer(), recording.now(), note);
        recording.event("report.acknowledged", report.id(), Map.of("note", note));
    }

    /**
     * The superior orders something on a report; one that was not acknowledged is by that.
     *
     * @param actor who holds the post to which is reported, or acts in it
     * @param period the period's name
     * @param text what is to be done
     * @param unit the code of the unit that is to do it
     * @param dueOn the last day, in Asia/Bangkok, or null
     * @return the report
     * @throws InvalidException if nothing is said, or too much
     * @throws PrakatException {@code NOT_FOUND} also for an unknown unit, {@code NOT_ALLOWED}, {@code CONFLICT} if it is not submitted
     */
    public FiledReport order(Actor actor, String period, String text, String unit, @Nullable LocalDate dueOn) {
        return command(actor, "report.order", period, recording -> {
            duty.requireSuperior(actor.officer(), "order something on a report", recording.now());
            FiledReportEntity report = FiledReportQueries.require(recording.manager(), period);
            String words = checked("text", text, true);
            policy.units().require(unit);
            if (report.status() == Status.DRAFTED) {
                throw conflict(report, "it is still a draft");
            }
            if (report.status() == Status.SUBMITTED) {
                acknowledge(recording, report, "");
            }
            int number = FiledReportQueries.orders(recording.manager(), List.of(report.id()))
                            .size()
                    + 1;
            recording
                    .manager()
                    .persist(new ReportOrderEntity(
                            report.id(),
                            new ReportOrder(number, words, unit, dueOn, actor.officer(), recording.now(), null, "")));
            report.become(Status.ORDERED);
            Map<String, String> details = new HashMap<>(Map.of("number", Integer.toString(number), "unit", unit));
            details.put("text", words);
            if (dueOn != null) {
                details.put("due", dueOn.toString());
            }
            recording.event("report.ordered", report.id(), details);
            return report;
        });
    }

    /**
     * Says that an order is done.
     *
     * @param actor an officer of the unit that was ordered, or whom the standing duty to report names
     * @param period the period's name
     * @param number the order's number
     * @param how what was done
     * @return the report
     * @throws InvalidException if nothing is said, or too much
     * @throws PrakatException {@code NOT_FOUND}, {@code NOT_ALLOWED}, {@code CONFLICT} if it is done already
     */
    public FiledReport done(Actor actor, String period, int number, String how) {
        return command(actor, "report.order-done", period, recording -> {
            FiledReportEntity report = FiledReportQueries.require(recording.manager(), period);
            List<ReportOrderEntity> orders = FiledReportQueries.orders(recording.manager(), List.of(report.id()));
            ReportOrderEntity order = orders.stream()
                    .filter(each -> each.number() == number)
                    .findFirst()
                    .orElseThrow(() -> new PrakatException(
                            ProblemCode.NOT_FOUND,
                            "the report on " + period + " has no order " + number + "; it has " + orders.size()));
            duty.requireDoer(actor.officer(), order.unit(), recording.now());
            if (order.isDone()) {
                throw conflict(report, "order " + number + " is done already");
            }
            String words = checked("how", how, true);
            order.done(actor.officer(), recording.now(), words);
            report.become(orders.stream().allMatch(ReportOrderEntity::isDone) ? Status.CARRIED_OUT : Status.ORDERED);
            recording.event("report.order-done", report.id(), Map.of("number", Integer.toString(number), "how", words));
            return report;
        });
    }

    /**
     * A report that was drafted.
     *
     * @param period the period's name
     * @return the report; empty when none was drafted
     */
    public Optional<FiledReport> find(String period) {
        return journal.inUnitOfWork(
                manager -> Optional.ofNullable(manager.find(FiledReportEntity.class, FiledReportEntity.key(period)))
                        .map(report -> FiledReportQueries.whole(manager, report)));
    }

    /**
     * The figures of a report as they were submitted.
     *
     * @param period the period's name
     * @return JSON as {@link ReportDocument#toJson}; empty when none was submitted
     */
    public Optional<String> figures(String period) {
        return journal.inUnitOfWork(
                manager -> Optional.ofNullable(manager.find(FiledReportEntity.class, FiledReportEntity.key(period)))
                        .map(FiledReportEntity::figures));
    }

    /**
     * The reports, the newest period first.
     *
     * @param limit how many at the most
     * @return the reports with their orders
     */
    public List<FiledReport> newest(int limit) {
        return journal.inUnitOfWork(manager -> FiledReportQueries.newest(manager, limit).stream()
                .map(report -> FiledReportQueries.whole(manager, report))
                .toList());
    }

    /** One change of one report. */
    private interface Change {
        FiledReportEntity make(Recording recording);
    }

    private FiledReport command(Actor actor, String command, String period, Change change) {
        return journal.command(actor, command, FiledReportEntity.key(period), recording -> {
            FiledReportEntity report = change.make(recording);
            recording.manager().flush();
            return FiledReportQueries.whole(recording.manager(), report);
        });
    }

    private static FiledReportEntity drafted(Recording recording, ReportPeriod period) {
        FiledReportEntity found =
                recording.manager().find(FiledReportEntity.class, FiledReportEntity.key(period.name()));
        if (found != null) {
            return found;
        }
        FiledReportEntity report =
                new FiledReportEntity(period, recording.actor().officer(), recording.now());
        recording.manager().persist(report);
        recording.event(
                "report.drafted",
                report.id(),
                Map.of(
                        "from", period.from().toString(),
                        "until", period.until().toString(),
                        "due", period.due().toString()));
        return report;
    }

    private static Map<String, String> words(ReportRemarks remarks) {
        return Map.of(
                "problems", remarks.problems(),
                "obstacles", remarks.obstacles(),
                "suggestions", remarks.suggestions());
    }

    private static void check(ReportRemarks remarks) {
        List<Finding> findings = words(remarks).entrySet().stream()
                .filter(remark -> remark.getValue().length() > MOST_WORDS)
                .sorted(Map.Entry.comparingByKey())
                .map(remark -> tooLong(remark.getKey(), remark.getValue()))
                .toList();
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.INVALID_INPUT, "the report's remarks", findings);
        }
    }

    private static String checked(String place, String words, boolean needed) {
        String stripped = words.strip();
        if (needed && stripped.isEmpty()) {
            throw new InvalidException(
                    ProblemCode.INVALID_INPUT,
                    "the order",
                    List.of(new Finding(place, "S001-R29", "found nothing, expected words", "write it in a sentence")));
        }
        if (stripped.length() > MOST_WORDS) {
            throw new InvalidException(ProblemCode.INVALID_INPUT, "the report", List.of(tooLong(place, stripped)));
        }
        return stripped;
    }

    private static Finding tooLong(String place, String words) {
        return new Finding(
                place,
                "S001-R29",
                "found " + words.length() + " characters, expected at most " + MOST_WORDS,
                "shorten it, and put the rest into an item or a letter");
    }

    private static PrakatException conflict(FiledReportEntity report, String why) {
        return new PrakatException(
                ProblemCode.CONFLICT, report.id() + " is " + report.status() + ": " + why + ". Nothing was changed.");
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

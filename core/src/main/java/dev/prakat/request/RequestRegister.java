package dev.prakat.request;

import dev.prakat.calendar.ThaiDate;
import dev.prakat.policy.RequestStep.Kind;
import dev.prakat.request.RequestRun.State;
import dev.prakat.request.RequestRun.Way;
import dev.prakat.spi.OfficerId;
import dev.prakat.table.TableWriter;
import java.io.IOException;
import java.io.Writer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The register of what came in on some days, and its lateness. Nothing of a requester is in it. Immutable.
 *
 * @param from the first day
 * @param until the last day
 * @param at as of when
 * @param rows the requests, oldest first
 */
public record RequestRegister(LocalDate from, LocalDate until, Instant at, List<Row> rows) {

    private static final List<String> HEADER = List.of(
            "number",
            "received",
            "topic",
            "information_act",
            "in_charge",
            "needed_by",
            "state",
            "step",
            "step_due",
            "act_due",
            "late",
            "late_steps",
            "remind",
            "ground",
            "email",
            "post",
            "closed");

    /**
     * One request. Immutable.
     *
     * @param number its number
     * @param received the day on which it reached the division
     * @param topic what it is about
     * @param informationAct whether it is made under the Official Information Act
     * @param inCharge the person in charge, or null
     * @param neededBy the day by which it is needed, or null
     * @param state how it stands
     * @param step the step that is awaited, or null once it is closed
     * @param due when that step is due, also by a norm; null when it has no limit or waits as instructed
     * @param actDue when it is due under the Official Information Act, or null
     * @param late whether a limit that binds is broken, or was
     * @param lateSteps the steps that were late, or are
     * @param remind whether a norm is passed, or the day on which it is needed
     * @param ground on what grounds it was approved, or null
     * @param email how it was sent by e-mail: {@code SENT}, {@code WAIVED}, or empty
     * @param post how it was sent by post, likewise
     * @param closed when it was closed, or null
     */
    public record Row(
            RequestNumber number,
            LocalDate received,
            String topic,
            boolean informationAct,
            @Nullable OfficerId inCharge,
            @Nullable LocalDate neededBy,
            State state,
            @Nullable Kind step,
            @Nullable Instant due,
            @Nullable Instant actDue,
            boolean late,
            List<Kind> lateSteps,
            boolean remind,
            @Nullable String ground,
            String email,
            String post,
            @Nullable Instant closed) {

        /** Copies the list. */
        public Row {
            lateSteps = List.copyOf(lateSteps);
        }

        static Row of(DataRequest request, Instant now) {
            RequestRun run = request.run();
            List<Kind> late = new ArrayList<>();
            run.done().stream().filter(StepDone::late).map(StepDone::step).forEach(late::add);
            Kind step = run.step();
            Instant due = run.due().orElse(null);
            if (step != null
                    && due != null
                    && now.isAfter(due)
                    && !run.policy().step(step).soft()) {
                late.add(step);
            }
            LocalDate needed = request.neededBy();
            boolean pressing = needed != null
                    && step != null
                    && LocalDate.ofInstant(now, ThaiDate.BANGKOK).isAfter(needed);
            return new Row(
                    request.number(),
                    LocalDate.ofInstant(run.received(), ThaiDate.BANGKOK),
                    request.topic(),
                    run.informationAct(),
                    request.inCharge(),
                    needed,
                    run.state(),
                    step,
                    due,
                    run.informationActDue().orElse(null),
                    run.late(now),
                    late,
                    pressing || run.remind(now),
                    run.ground(),
                    sent(run, Way.EMAIL),
                    sent(run, Way.POST),
                    step == null && !run.done().isEmpty()
                            ? run.done().get(run.done().size() - 1).done()
                            : null);
        }

        private static String sent(RequestRun run, Way way) {
            String how = run.ways().get(way);
            return how == null ? "" : how.isEmpty() ? "SENT" : "WAIVED";
        }

        private List<String> cells() {
            return List.of(
                    number.value(),
                    received.toString(),
                    topic,
                    Boolean.toString(informationAct),
                    text(inCharge),
                    text(neededBy),
                    state.name(),
                    text(step),
                    day(due),
                    day(actDue),
                    Boolean.toString(late),
                    String.join(" ", lateSteps.stream().map(Enum::name).toList()),
                    Boolean.toString(remind),
                    text(ground),
                    email,
                    post,
                    day(closed));
        }

        private static String text(@Nullable Object value) {
            return value == null ? "" : value.toString();
        }

        private static String day(@Nullable Instant instant) {
            return instant == null
                    ? ""
                    : LocalDate.ofInstant(instant, ThaiDate.BANGKOK).toString();
        }
    }

    /** Copies the list. */
    public RequestRegister {
        rows = List.copyOf(rows);
    }

    static RequestRegister of(LocalDate from, LocalDate until, Instant now, List<DataRequest> requests) {
        return new RequestRegister(
                from,
                until,
                now,
                requests.stream().map(request -> Row.of(request, now)).toList());
    }

    /** {@return how many are not closed} */
    public int open() {
        return count(row -> row.step() != null);
    }

    /** {@return how many are not closed and late} */
    public int openLate() {
        return count(row -> row.step() != null && row.late());
    }

    /** {@return how many are closed} */
    public int closed() {
        return rows.size() - open();
    }

    /** {@return how many are closed and were late in some step, or under the Official Information Act} */
    public int closedLate() {
        return count(row -> row.step() == null && row.late());
    }

    /** {@return how many somebody should be reminded of} */
    public int reminders() {
        return count(Row::remind);
    }

    private int count(Predicate<Row> which) {
        return (int) rows.stream().filter(which).count();
    }

    /**
     * Writes the register as CSV that a spreadsheet opens.
     *
     * @param out where to write, as UTF-8; flushed, not closed
     * @throws IOException if the writer cannot be written to
     */
    public void write(Writer out) throws IOException {
        List<List<String>> table = new ArrayList<>();
        table.add(HEADER);
        rows.forEach(row -> table.add(row.cells()));
        TableWriter.write(out, table);
    }
}

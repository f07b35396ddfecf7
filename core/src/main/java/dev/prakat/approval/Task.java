package dev.prakat.approval;

import dev.prakat.category.CategoryId;
import dev.prakat.item.ItemId;
import dev.prakat.procedure.Outcome;
import dev.prakat.procedure.StandingDuty;
import dev.prakat.procedure.Step;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Something that an officer may and should do now. Immutable.
 *
 * @param kind what kind of act it is
 * @param key the case, the error or the standing duty that it belongs to
 * @param item the item, or null for what concerns the whole site
 * @param title the item's title, or what is wrong; empty for a regular check
 * @param category the item's category, or null
 * @param step the step or standing duty, by its id
 * @param labelTh what is to be done, in Thai
 * @param labelEn what is to be done, in English
 * @param as in what capacity it is the officer's
 * @param since from when it waits, or null when it was never done
 * @param due until when it is to be done, or null when its rule gives no time
 * @param soft whether the time is a norm, which reminds and is never broken. Source: AMB-34
 * @param late whether it is past due; never for a norm
 * @param outcomes what it may come to; empty for an act that nobody decides
 */
public record Task(
        Kind kind,
        String key,
        @Nullable ItemId item,
        String title,
        @Nullable CategoryId category,
        String step,
        String labelTh,
        String labelEn,
        String as,
        @Nullable Instant since,
        @Nullable Instant due,
        boolean soft,
        boolean late,
        Set<Outcome> outcomes) {

    /** What kind of act a task is. */
    public enum Kind {
        /** To be decided. */
        DECIDE,
        /** To be made public. */
        PUBLISH,
        /** To be compared with what was approved. */
        VERIFY,
        /** Somebody is to be told. */
        NOTIFY,
        /** An error is to be fixed and reported. Source: S001-R28 */
        REPAIR,
        /** A regular check. Source: S001-R27 */
        CHECK
    }

    /** Copies the set. */
    public Task {
        outcomes = Set.copyOf(outcomes);
    }

    static Task of(Casework.Open open, String title, Standing standing, Instant now) {
        CaseEntity entity = open.entity();
        Step step = open.step();
        Instant due = entity.stepDue();
        return new Task(
                switch (step.kind()) {
                    case PUBLISH -> Kind.PUBLISH;
                    case VERIFY -> Kind.VERIFY;
                    case NOTIFY -> Kind.NOTIFY;
                    case DECIDE, SUBMIT -> Kind.DECIDE;
                },
                entity.id(),
                entity.item(),
                title,
                entity.category(),
                step.id(),
                step.labelTh(),
                step.labelEn(),
                standing.as(),
                entity.stepBegan(),
                due,
                entity.stepSoft(),
                due != null && !entity.stepSoft() && now.isAfter(due),
                step.outcomes());
    }

    static Task check(StandingDuty duty, @Nullable Instant last, Instant due, Instant now) {
        return new Task(
                Kind.CHECK,
                duty.id(),
                null,
                "",
                null,
                duty.id(),
                duty.labelTh(),
                duty.labelEn(),
                duty.id(),
                last,
                due,
                false,
                now.isAfter(due),
                EnumSet.noneOf(Outcome.class));
    }

    static Task repair(SiteError error, Instant now) {
        return new Task(
                Kind.REPAIR,
                error.id(),
                error.item(),
                error.message(),
                error.category(),
                error.fixed() == null ? "fix" : "report",
                error.fixed() == null ? "แก้ไขข้อผิดพลาดทันที" : "รายงานให้ผู้บังคับบัญชาทราบ",
                error.fixed() == null ? "Fix the error at once" : "Report it to the superior",
                error.ownerUnit(),
                error.foundAt(),
                error.due(),
                false,
                error.late(now),
                EnumSet.noneOf(Outcome.class));
    }
}

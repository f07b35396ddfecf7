package dev.prakat.approval;

import dev.prakat.item.Attachment;
import dev.prakat.item.Item;
import dev.prakat.item.ItemId;
import dev.prakat.item.ItemLifecycle;
import dev.prakat.item.Revision;
import dev.prakat.journal.Journal;
import dev.prakat.problem.Finding;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.screening.AttachmentText;
import dev.prakat.screening.Screening;
import dev.prakat.screening.ScreeningAction;
import dev.prakat.screening.ScreeningFinding;
import dev.prakat.screening.ScreeningReport;
import dev.prakat.screening.ScreeningSubject;
import dev.prakat.spi.Actor;
import dev.prakat.spi.AttachmentStore;
import dev.prakat.spi.Officer;
import dev.prakat.staff.StaffRegister;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for personal data in what is about to be submitted. Files may take seconds to read, so it works outside of any unit of
 * work, and the submission then makes sure that the item is still the one that was looked at.
 */
final class CaseScreening {

    /** What is kept of each case; what is beyond is counted in one more finding. */
    private static final int MOST_KEPT = 500;

    private static final int MOST_LETTERS = 300;

    private final Journal journal;
    private final ItemLifecycle items;
    private final StaffRegister staff;
    private final Screening screening;
    private final AttachmentStore store;

    CaseScreening(
            Journal journal, ItemLifecycle items, StaffRegister staff, Screening screening, AttachmentStore store) {
        this.journal = journal;
        this.items = items;
        this.staff = staff;
        this.screening = screening;
        this.store = store;
    }

    /**
     * What was found: what must go first, and what may stay if an approver says why.
     *
     * @param hash the content that was looked at; empty when nothing was
     * @param problem why it could not be looked at, to be raised inside the command so that it is on record, or null
     */
    record Result(
            String hash,
            List<Finding> blocked,
            List<CaseFinding> findings,
            @Nullable PrakatException problem) {

        static final Result NOTHING = new Result("", List.of(), List.of(), null);

        /** Makes sure that the item is the one that was looked at. */
        void requireFor(Item item) {
            if (problem != null) {
                throw problem;
            }
            if (!item.current().hash().equals(hash)) {
                throw new PrakatException(
                        ProblemCode.CONFLICT,
                        "item " + item.id()
                                + ": it was revised while it was looked at; read it again and submit it again.");
            }
        }
    }

    /** Screens the newest revision. A stranger's or an unknown item's files are not read: the command refuses them. */
    Result of(Actor actor, ItemId id) {
        Officer officer = staff.find(actor.officer()).orElse(null);
        try {
            Item item = journal.inUnitOfWork(manager -> items.require(manager, id));
            if (officer == null || !officer.unit().equals(item.ownerUnit())) {
                return Result.NOTHING;
            }
            return result(item.current(), screening.screen(subject(item.current())));
        } catch (IOException e) {
            return new Result(
                    "",
                    List.of(),
                    List.of(),
                    new PrakatException(
                            ProblemCode.BROKEN,
                            "item " + id + ": a file could not be read to be screened: " + e
                                    + ". Nothing was submitted.",
                            e));
        } catch (PrakatException e) {
            return Result.NOTHING;
        }
    }

    private ScreeningSubject subject(Revision revision) throws IOException {
        ScreeningSubject.Builder subject = ScreeningSubject.builder()
                .text("title", revision.title())
                .text("summary", revision.summary())
                .html("body", revision.bodyHtml())
                .text("remark", revision.remark() == null ? "" : revision.remark())
                .link(
                        "link",
                        revision.externalLink() == null
                                ? ""
                                : revision.externalLink().toString());
        revision.fieldValues().forEach((field, value) -> subject.text("field " + field, value));
        for (Attachment file : revision.attachments()) {
            subject.attachment(file.name(), AttachmentText.standard().of(file.name(), () -> store.open(file.sha256())));
        }
        return subject.build();
    }

    private static Result result(Revision revision, ScreeningReport report) {
        List<Finding> blocked = report.of(ScreeningAction.BLOCK).stream()
                .limit(MOST_KEPT)
                .map(finding -> new Finding(
                        finding.place() + " " + finding.line() + ":" + finding.column(),
                        "PDPA-22",
                        "found what looks like " + finding.kind() + " (" + finding.masked() + ")",
                        "take it out or black it; it may not be public"))
                .toList();
        List<CaseFinding> warned = new ArrayList<>(report.of(ScreeningAction.WARN).stream()
                .limit(MOST_KEPT)
                .map(CaseScreening::kept)
                .toList());
        long more = report.count(ScreeningAction.WARN) - warned.size();
        if (more > 0) {
            warned.add(new CaseFinding("MORE", "WARN", "everywhere", 1, 1, more + " more findings", null, null, null));
        }
        return new Result(revision.hash(), blocked, warned, null);
    }

    private static CaseFinding kept(ScreeningFinding finding) {
        return new CaseFinding(
                finding.kind().name(),
                finding.action().name(),
                shortened(finding.place()),
                finding.line(),
                finding.column(),
                shortened(
                        finding.unscreenable() == null
                                ? finding.masked()
                                : finding.unscreenable().name()),
                null,
                null,
                null);
    }

    private static String shortened(String text) {
        return text.length() <= MOST_LETTERS ? text : text.substring(0, MOST_LETTERS - 1) + "…";
    }
}

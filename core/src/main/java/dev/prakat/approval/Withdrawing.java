package dev.prakat.approval;

import dev.prakat.item.Item;
import dev.prakat.item.ItemId;
import dev.prakat.item.ItemState;
import dev.prakat.item.PlacementPlan;
import dev.prakat.item.Shortening;
import dev.prakat.item.TakeDownOrder;
import dev.prakat.journal.Recording;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Officer;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes less public than was agreed to, which never needs an agreement: an order, an earlier end, a submission called off. */
final class Withdrawing {

    private final Casework casework;
    private final Reminders reminders;

    Withdrawing(Casework casework, Reminders reminders) {
        this.casework = casework;
        this.reminders = reminders;
    }

    void withdraw(Recording recording, Officer officer, ItemId id, TakeDownOrder order) {
        Item item = casework.items().require(recording.manager(), id);
        requireMay(recording, officer, item, "withdraw");
        if (order.note().isBlank()
                || order.reason() == TakeDownReason.EXPIRED
                || order.kind() == TakeDownKind.REDIRECT) {
            throw new InvalidException(
                    ProblemCode.INVALID_INPUT,
                    "withdrawal of item " + id,
                    List.of(
                            new Finding(
                                    "order",
                                    "prakat",
                                    "found kind " + order.kind() + ", reason " + order.reason() + " and note '"
                                            + order.note() + "'",
                                    "give a reason in words; EXPIRED is the sweep's, and REDIRECT needs a plan with an address")));
        }
        // A running case would put back what is ordered down: it ends, and a new submission is a new decision.
        endOpen(recording, id, item.state());
        casework.items().ordered(recording, id, order);
        reminders.plan(recording, id);
    }

    void callOff(Recording recording, Officer officer, ItemId id, String reason) {
        Item item = casework.items().require(recording.manager(), id);
        casework.authority().requireOfUnit(officer, item, "call off the submission of");
        if (item.state() != ItemState.IN_APPROVAL) {
            throw new PrakatException(
                    ProblemCode.CONFLICT,
                    "item " + id + ": no submission is running, it is " + item.state()
                            + ". What was agreed to is taken down by withdrawing it.");
        }
        requireReason("calling off item " + id, reason);
        endOpen(recording, id, item.state());
        recording.event("item.called-off", id.value(), Map.of("reason", reason));
    }

    private void endOpen(Recording recording, ItemId id, ItemState state) {
        for (CaseEntity open : CaseQueries.open(recording.manager(), id)) {
            if (open.status() != ApprovalCase.Status.REFUSED) {
                casework.ends(recording, open, ApprovalCase.Status.WITHDRAWN);
                recording.event("item.case-withdrawn", id.value(), Map.of("case", open.id()));
            }
        }
        if (state == ItemState.IN_APPROVAL) {
            casework.items().sentBack(recording, id);
        }
    }

    void shorten(Recording recording, Officer officer, ItemId id, Shortening shortening) {
        Item item = casework.items().require(recording.manager(), id);
        requireMay(recording, officer, item, "shorten the period of");
        requireReason("shortening the period of item " + id, shortening.reason());
        Integer approved = item.approvedRevision();
        Optional<PlacementPlan> plan = approved == null
                ? Optional.empty()
                : casework.items().revision(recording.manager(), id, approved).plan().stream()
                        .filter(one -> one.target().equals(shortening.target()))
                        .findFirst()
                        .map(item::inForce);
        List<Finding> findings = new ArrayList<>();
        if (plan.isEmpty()) {
            findings.add(new Finding(
                    "target",
                    "S001-R26",
                    "found '" + shortening.target() + "', on which nothing of the item was agreed to",
                    "name a website of the agreed plan"));
        } else {
            findings.addAll(earlier(plan.get(), shortening.closes(), recording.now()));
        }
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.INVALID_INPUT, "shortening the period of item " + id, findings);
        }
        casework.items().shortened(recording, id, shortening);
        reminders.plan(recording, id);
    }

    private static List<Finding> earlier(PlacementPlan plan, Instant closes, Instant now) {
        List<Finding> findings = new ArrayList<>();
        Instant agreed = plan.window().closes();
        if (agreed != null && !closes.isBefore(agreed)) {
            findings.add(new Finding(
                    "until",
                    "S001-R26",
                    "found the end " + closes + ", expected one before the agreed end " + agreed,
                    "a longer period needs a new agreement: renew the item"));
        }
        if (!closes.isAfter(now) || !closes.isAfter(plan.window().opens())) {
            findings.add(new Finding(
                    "until",
                    "S001-R26",
                    "found the end " + closes + ", expected one after now, " + now + ", and after the beginning "
                            + plan.window().opens(),
                    "to take it down at once, withdraw it"));
        }
        return findings;
    }

    private void requireMay(Recording recording, Officer officer, Item item, String what) {
        casework.authority()
                .requireWithdrawer(officer, item, casework.publicFacts(item, officer), what, recording.now());
    }

    private static void requireReason(String subject, String reason) {
        if (reason.isBlank()) {
            throw new InvalidException(
                    ProblemCode.INVALID_INPUT,
                    subject,
                    List.of(new Finding("reason", "prakat", "found none", "say why in a sentence")));
        }
    }
}

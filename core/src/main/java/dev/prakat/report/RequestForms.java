package dev.prakat.report;

import dev.prakat.approval.ApprovalCase;
import dev.prakat.approval.ApprovalCase.Act;
import dev.prakat.approval.Approvals;
import dev.prakat.calendar.ThaiDate;
import dev.prakat.item.Item;
import dev.prakat.item.ItemId;
import dev.prakat.item.Items;
import dev.prakat.item.RequestForm;
import dev.prakat.item.RequestForm.Signature;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.procedure.Outcome;
import dev.prakat.procedure.Procedure;
import dev.prakat.procedure.StepKind;
import dev.prakat.spi.Actor;
import dev.prakat.spi.Officer;
import dev.prakat.spi.OfficerId;
import dev.prakat.spi.StaffDirectory;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Fills the request form from an item and its newest case. Source: S002-F01, S002-F08, S002-F09 */
final class RequestForms {

    private final AgencyPolicy policy;
    private final Items items;
    private final Approvals approvals;
    private final StaffDirectory staff;

    RequestForms(Reports.Setting setting) {
        this.policy = setting.policy();
        this.items = setting.items();
        this.approvals = setting.approvals();
        this.staff = setting.staff();
    }

    RequestForm of(ItemId id) {
        Item item = items.get(id);
        int revision = item.current().number();
        List<ApprovalCase> cases = approvals.cases(id).stream()
                .filter(one -> one.revision() == revision)
                .toList();
        if (cases.isEmpty()) {
            return RequestForm.of(item, item.current(), day(item.current().createdAt()));
        }
        ApprovalCase newest = cases.get(cases.size() - 1);
        RequestForm form = RequestForm.of(item, item.current(), day(newest.submittedAt()));
        for (Act act : newest.acts()) {
            if (act.outcome() == Outcome.APPROVE) {
                form = form.certifiedBy(signed(act.officer(), act.at()));
            }
            if (isPublication(newest, act)) {
                OfficerId publisher = newest.publisher() == null ? act.officer() : newest.publisher();
                form = form.publishedBy(signed(publisher, act.at()));
            }
        }
        return form;
    }

    String html(ItemId id) {
        RequestForm form = of(id);
        String unit =
                policy.units().find(form.unit()).map(known -> known.nameTh()).orElse(form.unit());
        return new RequestFormPage(form, policy.agencyNameTh(), unit).html();
    }

    private boolean isPublication(ApprovalCase run, Act act) {
        Optional<Procedure> procedure = policy.procedures().stream()
                .filter(known -> known.id().equals(run.procedure()))
                .findFirst();
        return procedure
                .flatMap(known -> known.step(act.step()))
                .filter(step -> step.kind() == StepKind.PUBLISH)
                .isPresent();
    }

    /** Where the period itself made it public, the day is known and the name is left for a pen. */
    private Signature signed(OfficerId officer, Instant at) {
        String name = Actor.isSystem(officer)
                ? ""
                : staff.find(officer).map(Officer::displayName).orElse(officer.value());
        return new Signature(name, day(at));
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ThaiDate.BANGKOK);
    }
}

package dev.prakat.approval;

import dev.prakat.journal.JournalEvent;
import dev.prakat.problem.PrakatException;
import dev.prakat.procedure.Outcome;
import dev.prakat.procedure.Procedure;
import dev.prakat.procedure.ProcedureRun;
import dev.prakat.procedure.RunEvent;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A case as its events alone tell it: the run is run again. One thread, one use. */
final class CaseAccount {

    private final SortedMap<String, String> facts = new TreeMap<>();
    private final String prefix;
    private @Nullable ProcedureRun run;
    private ApprovalCase.@Nullable Status ended;
    private int acts;

    CaseAccount(JournalEvent submitted, Function<String, @Nullable Procedure> procedures) {
        this.prefix = prefix(submitted.detail("case"));
        put("procedure", submitted.detail("procedure"));
        put("policyVersion", submitted.detail("policyVersion"));
        put("revision", submitted.detail("revision"));
        put("binding", submitted.detail("binding"));
        put("submittedBy", submitted.officer().value());
        put("submittedAt", submitted.at().toString());
        put("resubmits", submitted.detail("resubmits"));
        put("findings", submitted.detail("warnings"));
        Procedure procedure = procedures.apply(submitted.detail("procedure"));
        this.run = procedure == null ? null : ProcedureRun.submitted(procedure, submitted.at());
    }

    static String prefix(String caseId) {
        return "case " + caseId + " ";
    }

    void take(JournalEvent event) {
        switch (event.type()) {
            case "item.decided" -> {
                String choice = event.detail("choice");
                act(event, event.detail("outcome"), choice, event.officer().value());
                moved(event, new RunEvent.Decided(outcome(event), choice.isEmpty() ? null : choice, event.at()));
            }
            case "item.verified", "item.refusal-told" -> {
                act(event, ActEntity.DONE, "", event.officer().value());
                moved(event, new RunEvent.Completed(event.at()));
            }
            case "item.published" -> {
                act(event, ActEntity.DONE, "", event.detail("publisher"));
                moved(event, new RunEvent.Completed(event.at()));
            }
            case "item.case-bound" -> put("binding", event.detail("binding"));
            case "item.case-superseded" -> ended = ApprovalCase.Status.SUPERSEDED;
            case "item.case-withdrawn" -> ended = ApprovalCase.Status.WITHDRAWN;
            default -> {
                // The other events about a case decide nothing of where it stands.
            }
        }
    }

    private static Outcome outcome(JournalEvent event) {
        try {
            return Outcome.valueOf(event.detail("outcome"));
        } catch (IllegalArgumentException e) {
            return Outcome.HOLD;
        }
    }

    private void act(JournalEvent event, String outcome, String choice, String officer) {
        put("act " + acts++, line(event.detail("step"), outcome, choice, officer, event.at()));
    }

    static String line(String step, String outcome, String choice, String officer, Instant at) {
        return String.join(" ", step, outcome, choice, officer, at.toString());
    }

    private void moved(JournalEvent event, RunEvent move) {
        if (run != null && !event.detail("counted").equals("false")) {
            try {
                run = run.after(move);
            } catch (PrakatException e) {
                put("run", "event " + event.position() + " does not fit the procedure");
            }
        }
    }

    SortedMap<String, String> facts() {
        if (ended != null) {
            put("status", ended.name());
        } else if (run != null) {
            boolean open = run.step() != null;
            put("step", run.step() == null ? "" : run.step());
            put(
                    "status",
                    switch (run.status()) {
                        case IN_PROGRESS -> ApprovalCase.Status.IN_PROGRESS.name();
                        case APPROVED -> (open ? ApprovalCase.Status.APPROVED : ApprovalCase.Status.DONE).name();
                        case REFUSED -> ApprovalCase.Status.REFUSED.name();
                        case RETURNED -> ApprovalCase.Status.RETURNED.name();
                    });
        }
        return facts;
    }

    private void put(String name, String value) {
        if (!value.isEmpty()) {
            facts.put(prefix + name, value);
        }
    }
}

package dev.prakat.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.procedure.Outcome;
import dev.prakat.procedure.Procedure;
import dev.prakat.procedure.ProcedureRun;
import dev.prakat.procedure.ProcedureRun.Status;
import dev.prakat.procedure.RunEvent;
import dev.prakat.procedure.Step;
import dev.prakat.procedure.StepKind;
import dev.prakat.procedure.Transition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is decided, a run stays legal, comes to an end, and is built again from its events. */
class ProcedureRunPropertiesTest {

    private static final Instant START = Instant.parse("2021-03-01T02:00:00Z");
    private static final int RUNS = 4_000;
    private static final int LONGEST = 2_000;

    static List<Procedure> procedures() {
        return AgencyPolicy.builtInIds().stream()
                .flatMap(id -> AgencyPolicy.builtIn(id).procedures().stream())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("procedures")
    void staysLegalEndsAndIsBuiltAgain(Procedure procedure) {
        Random random = new Random(2564);
        for (int i = 0; i < RUNS; i++) {
            ProcedureRun run = ProcedureRun.start(procedure, START);
            List<RunEvent> events = new ArrayList<>();
            boolean agreed = false;
            boolean published = false;
            while (run.step() != null) {
                Step step = run.currentStep().orElseThrow();
                RunEvent event = event(step, run, random);
                ProcedureRun next = run.after(event);
                events.add(event);
                assertLegal(next, run);
                agreed |= step.kind() == StepKind.DECIDE
                        && event instanceof RunEvent.Decided decided
                        && (decided.outcome() == Outcome.APPROVE || decided.outcome() == Outcome.ASSIGN);
                if (step.kind() == StepKind.PUBLISH) {
                    assertThat(agreed)
                            .as("nothing is public that nobody agreed to")
                            .isTrue();
                    assertThat(run.status()).isEqualTo(Status.APPROVED);
                    published = true;
                }
                run = next;
                assertThat(events).hasSizeLessThan(LONGEST);
            }
            assertThat(run.status()).isNotEqualTo(Status.IN_PROGRESS);
            assertThat(published).isEqualTo(run.status() == Status.APPROVED);
            assertThat(ProcedureRun.replay(procedure, START, events)).isEqualTo(run);
            if (run.status() != Status.APPROVED) {
                assertThat(run.resubmitted(run.stepBegan()).step())
                        .isEqualTo(procedure.resubmission().step());
            }
        }
    }

    private static void assertLegal(ProcedureRun next, ProcedureRun before) {
        assertThat(next.stepBegan()).isAfterOrEqualTo(before.stepBegan());
        if (before.status() == Status.REFUSED) {
            assertThat(next.status()).isEqualTo(Status.REFUSED);
        }
        next.currentStep().ifPresent(step -> {
            boolean waits = step.kind() == StepKind.DECIDE || step.kind() == StepKind.SUBMIT;
            assertThat(next.status() == Status.IN_PROGRESS).isEqualTo(waits);
            assertThat(step.kind() == StepKind.NOTIFY).isEqualTo(next.status() == Status.REFUSED);
        });
    }

    private static RunEvent event(Step step, ProcedureRun run, Random random) {
        Instant at = run.stepBegan().plusSeconds(random.nextInt(3_600) - 60);
        if (step.on().isEmpty()) {
            return new RunEvent.Completed(at);
        }
        List<Map.Entry<Outcome, Transition>> ways = List.copyOf(step.on().entrySet());
        Map.Entry<Outcome, Transition> way = ways.get(random.nextInt(ways.size()));
        List<String> units = way.getValue().assignTo();
        String choice = switch (way.getKey()) {
            case ASSIGN -> units.isEmpty() ? "somying" : units.get(random.nextInt(units.size()));
            case CLASSIFY -> "law-acts";
            default -> null;
        };
        return new RunEvent.Decided(way.getKey(), choice, at);
    }
}

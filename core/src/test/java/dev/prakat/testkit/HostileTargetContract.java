package dev.prakat.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.delivery.TakeDownJudge;
import dev.prakat.spi.Artefact;
import dev.prakat.spi.Observation;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownKind;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every publishing target's observations keep in front of a website that lies, fails or cannot be reached: no take-down is
 * ever taken for proven that is not, and an honest one is proven at the first look. The author of an adapter extends this beside
 * {@link PublishingTargetContract}. The judge is the one that a sweep uses.
 */
public abstract class HostileTargetContract {

    private final RecordingTrafficRecorder recorder = new RecordingTrafficRecorder();
    private int items;
    private int falseProofs;
    private int takeDowns;

    /**
     * Makes a target on an empty website of its own, whose public side is {@link #web()} from now on.
     *
     * @return the target; closed by the contract
     */
    protected abstract PublishingTarget newTarget();

    /**
     * What stands between the public and the website of the target made last: {@link HostileServer} serves it over HTTP.
     *
     * @return the same one until the next call of {@link #newTarget()}
     */
    protected abstract HostileWeb web();

    /**
     * Behaviours that this way of looking cannot meet, each with the reason; printed. An address that the target never has (an
     * alternative one) is a reason; that the adapter fails is none.
     *
     * @return empty unless a subclass says otherwise
     */
    protected Map<HostileBehaviour, String> cannotMeet() {
        return Map.of();
    }

    /** Called after {@link #web()} has changed, for a target that looks at something else than {@link #web()}. */
    protected void webChanged() {}

    /**
     * How many honest removals the contract tries.
     *
     * @return 200 unless a subclass says otherwise
     */
    protected int honestRemovals() {
        return 200;
    }

    @Test
    void underNoBehaviourIsATakeDownTakenForProven() {
        List<String> faults = new ArrayList<>();
        Set<HostileBehaviour> met = EnumSet.allOf(HostileBehaviour.class);
        met.removeAll(cannotMeet().keySet());
        try (PublishingTarget target = newTarget()) {
            for (HostileBehaviour behaviour : met) {
                for (TakeDownKind kind : kinds(target, behaviour)) {
                    meet(target, behaviour, kind, faults);
                }
            }
        }
        System.out.println(getClass().getSimpleName() + ": " + met.size() + " hostile behaviours, " + takeDowns
                + " take-downs, " + falseProofs + " false proofs; not met: " + cannotMeet());
        assertThat(faults).isEmpty();
        assertThat(recorder.faults()).isEmpty();
        assertThat(met.size()).isGreaterThanOrEqualTo(leastBehaviours());
    }

    /** How many behaviours the contract must have been able to meet. */
    int leastBehaviours() {
        return 10;
    }

    /** Publishes, takes down, looks while the website is hostile and once more when it is honest. */
    private void meet(PublishingTarget target, HostileBehaviour behaviour, TakeDownKind kind, List<String> faults) {
        String scene = behaviour + " after " + kind;
        PublishableItem item = SampleItems.item("261122-hostile" + String.format("%04d", ++items));
        Receipt live = target.publish(SampleItems.publish(item, 1, recorder));
        web().remember(item.id(), live.artefacts());
        assertThat(look(target, item, live))
                .as(scene + ": before")
                .allSatisfy(o -> assertThat(o.answer()).as(o.toString()).isEqualTo(Observation.Answer.PRESENT));
        target.takeDown(SampleItems.takeDown(item, kind, 2, live.artefacts(), recorder));
        web().begin(behaviour);
        webChanged();
        List<Observation> seen = look(target, item, live);
        web().end();
        webChanged();
        takeDowns++;
        if (behaviour.forbidsProof(kind) && missing(live, seen, kind).isEmpty()) {
            falseProofs++;
            faults.add(scene + ": proven, although " + behaviour + " was on: " + seen);
        }
        if (kind == TakeDownKind.GONE || kind == TakeDownKind.VANISH) {
            notAllowed(behaviour, live, seen).forEach(answer -> faults.add(scene + ": " + answer));
        }
        missing(live, look(target, item, live), kind)
                .forEach(address -> faults.add(scene + ": not proven when it had ended: " + address));
    }

    private static List<String> notAllowed(HostileBehaviour behaviour, Receipt live, List<Observation> seen) {
        List<String> notAllowed = new ArrayList<>();
        for (int i = 0; i < seen.size(); i++) {
            Artefact artefact = live.artefacts().get(i);
            if (behaviour.touches(artefact.kind())
                    && !behaviour.allowed().contains(seen.get(i).answer())) {
                notAllowed.add(artefact.kind() + " " + artefact.address() + ": found "
                        + seen.get(i).answer() + ", " + seen.get(i).evidence() + ", expected one of "
                        + behaviour.allowed());
            }
        }
        return notAllowed;
    }

    private List<Observation> look(PublishingTarget target, PublishableItem item, Receipt live) {
        return target.observe(SampleItems.observe(item.id(), live.artefacts(), recorder));
    }

    private static List<String> missing(Receipt live, List<Observation> seen, TakeDownKind kind) {
        return TakeDownJudge.missing(live.artefacts(), seen, kind, to(kind));
    }

    private static @Nullable URI to(TakeDownKind kind) {
        return kind == TakeDownKind.REDIRECT ? SampleItems.ELSEWHERE : null;
    }

    /** What takes an observer's whole patience is tried with one kind. */
    private static Collection<TakeDownKind> kinds(PublishingTarget target, HostileBehaviour behaviour) {
        boolean slow = behaviour == HostileBehaviour.SILENCE || behaviour == HostileBehaviour.SLOW_BODY;
        return EnumSet.copyOf(
                slow ? Set.of(TakeDownKind.GONE) : target.capabilities().takeDownKinds());
    }
}

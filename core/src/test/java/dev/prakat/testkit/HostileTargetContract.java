package dev.prakat.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.delivery.PublicationJudge;
import dev.prakat.delivery.TakeDownJudge;
import dev.prakat.spi.Artefact;
import dev.prakat.spi.AttachmentContent;
import dev.prakat.spi.Observation;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TargetException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * What every publishing target's observations keep in front of a website that lies, fails or cannot be reached: no take-down is
 * ever taken for proven that is not, and an honest one is proven at the first look. The author of an adapter extends this beside
 * {@link PublishingTargetContract}. The judge is the one that a sweep uses.
 */
public abstract class HostileTargetContract {

    private static final long SEED = 26112569;

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

    /**
     * Whether a behaviour is tried with a kind of take-down; a real website that takes its time may leave most of them to a long
     * trial.
     *
     * @param behaviour the behaviour
     * @param kind the kind of take-down
     * @return true unless a subclass says otherwise
     */
    protected boolean isTried(HostileBehaviour behaviour, TakeDownKind kind) {
        return true;
    }

    /**
     * Whether a way in which a take-down fails is tried with a kind of take-down.
     *
     * @param delivery the way in which it fails
     * @param kind the kind of take-down
     * @return true unless a subclass says otherwise
     */
    protected boolean isTried(HostileDelivery delivery, TakeDownKind kind) {
        return true;
    }

    @Test
    void underNoBehaviourIsATakeDownTakenForProven() {
        List<String> faults = new ArrayList<>();
        Set<HostileBehaviour> met = EnumSet.allOf(HostileBehaviour.class);
        met.removeAll(cannotMeet().keySet());
        try (PublishingTarget target = newTarget()) {
            for (HostileBehaviour behaviour : met) {
                for (TakeDownKind kind : kinds(target, behaviour)) {
                    if (isTried(behaviour, kind)) {
                        meet(target, behaviour, kind, faults);
                    }
                }
            }
        }
        System.out.println(getClass().getSimpleName() + ": " + met.size() + " hostile behaviours, " + takeDowns
                + " take-downs, " + falseProofs + " false proofs" + notMet());
        assertThat(faults).isEmpty();
        assertThat(recorder.faults()).isEmpty();
        assertThat(met.size()).isGreaterThanOrEqualTo(leastBehaviours());
    }

    private String notMet() {
        Map<String, Long> reasons = new TreeMap<>();
        cannotMeet().values().forEach(reason -> reasons.merge(reason, 1L, Long::sum));
        return reasons.isEmpty() ? "" : "; not met: " + reasons;
    }

    @Test
    void noFailedDeliveryIsTakenForATakeDown() {
        List<String> faults = new ArrayList<>();
        int tried = 0;
        int late = 0;
        try (HostileTarget target = new HostileTarget(newTarget())) {
            for (HostileDelivery delivery : HostileDelivery.values()) {
                for (TakeDownKind kind : target.capabilities().takeDownKinds()) {
                    if (isTried(delivery, kind)) {
                        deliver(target, delivery, kind, faults);
                        tried++;
                        late += delivery == HostileDelivery.LATE_PUBLICATION ? 1 : 0;
                    }
                }
            }
            assertThat(late).as("late publications").isPositive();
            assertThat(target.keptOut())
                    .as("late publications that the fence kept out")
                    .isEqualTo(late);
        }
        System.out.println(getClass().getSimpleName() + ": " + HostileDelivery.values().length
                + " ways in which a take-down fails, " + tried + " take-downs, " + faults.size() + " wrongly judged");
        assertThat(faults).isEmpty();
        assertThat(recorder.faults()).isEmpty();
    }

    /** Publishes, takes down in vain or unseen, looks, does it again when nothing is in the way, looks. */
    private void deliver(HostileTarget target, HostileDelivery delivery, TakeDownKind kind, List<String> faults) {
        String scene = delivery + " after " + kind;
        PublishableItem item = next();
        Receipt live = target.publish(SampleItems.publish(item, 1, recorder));
        target.begin(delivery);
        try {
            target.takeDown(SampleItems.takeDown(item, kind, 2, live.artefacts(), recorder));
        } catch (TargetException e) {
            // What the caller is told decides nothing: only what is seen does.
        }
        boolean proven = missing(live, look(target, item, live), kind).isEmpty();
        if (proven == delivery.leavesAlive()) {
            faults.add(scene + ": found " + (proven ? "proven" : "not proven") + ", expected the opposite");
        }
        target.end();
        long fence = delivery == HostileDelivery.PUT_BACK ? 4 : 2;
        target.takeDown(SampleItems.takeDown(item, kind, fence, live.artefacts(), recorder));
        missing(live, look(target, item, live), kind)
                .forEach(address -> faults.add(scene + ": not proven when done again: " + address));
    }

    @Test
    void underNoBehaviourDoesAnOldRevisionPassForTheNewOne() {
        List<String> faults = new ArrayList<>();
        int tried = 0;
        try (PublishingTarget target = newTarget()) {
            for (HostileBehaviour behaviour : HostileBehaviour.values()) {
                boolean able = !cannotMeet().containsKey(behaviour) && !isSlow(behaviour);
                if (able && isTried(behaviour, TakeDownKind.GONE)) {
                    replace(target, behaviour, faults);
                    tried++;
                }
            }
        }
        System.out.println(getClass().getSimpleName() + ": " + tried + " new revisions under a hostile behaviour each, "
                + faults.size() + " wrongly judged");
        assertThat(faults).isEmpty();
        assertThat(recorder.faults()).isEmpty();
    }

    /** Publishes two revisions, looks for the second while the website is hostile and once more when it is honest. */
    private void replace(PublishingTarget target, HostileBehaviour behaviour, List<String> faults) {
        PublishableItem old = next();
        PublishableItem item = newest(SampleItems.item(old.id(), 2, "ประกาศฉบับแก้ไข " + old.id()));
        Receipt before = target.publish(SampleItems.publish(old, 1, recorder));
        web().remember(item.id(), before.artefacts());
        Receipt live = target.publish(SampleItems.publish(item, 2, recorder));
        Map<URI, Artefact> captured = new LinkedHashMap<>();
        before.artefacts().forEach(artefact -> captured.put(artefact.address(), artefact));
        live.artefacts().forEach(artefact -> captured.put(artefact.address(), artefact));
        List<Artefact> all = List.copyOf(captured.values());
        web().begin(behaviour);
        webChanged();
        List<Observation> seen = target.observe(SampleItems.observe(item.id(), all, recorder));
        web().end();
        webChanged();
        if (behaviour.forbidsProofOfANewRevision()
                && PublicationJudge.missing(all, live.artefacts(), seen, item.revisionHash())
                        .isEmpty()) {
            faults.add(behaviour + ": the new revision was taken for public: " + seen);
        }
        seen = target.observe(SampleItems.observe(item.id(), all, recorder));
        PublicationJudge.missing(all, live.artefacts(), seen, item.revisionHash())
                .forEach(address -> faults.add(behaviour + ": not proven when it had ended: " + address));
    }

    private static boolean isSlow(HostileBehaviour behaviour) {
        return behaviour == HostileBehaviour.SILENCE || behaviour == HostileBehaviour.SLOW_BODY;
    }

    @Test
    void anHonestRemovalIsProvenAtTheFirstLook() {
        int proven = 0;
        List<String> missing = new ArrayList<>();
        Random random = new Random(SEED);
        try (PublishingTarget target = newTarget()) {
            List<TakeDownKind> kinds = List.copyOf(target.capabilities().takeDownKinds());
            for (int n = 0; n < honestRemovals(); n++) {
                List<String> unproven = removeHonestly(target, kinds.get(random.nextInt(kinds.size())), random);
                proven += unproven.isEmpty() ? 1 : 0;
                missing.addAll(unproven);
            }
        }
        System.out.println(getClass().getSimpleName() + ": " + proven + " of " + honestRemovals()
                + " honest removals proven at the first look (seed " + SEED + ")");
        assertThat(proven * 100).as(missing.toString()).isGreaterThanOrEqualTo(honestRemovals() * 95);
        assertThat(recorder.faults()).isEmpty();
    }

    /** An item with some revisions and attachments, removed in one of the ways it can be; empty when it is proven at once. */
    private List<String> removeHonestly(PublishingTarget target, TakeDownKind kind, Random random) {
        String id = next().id();
        Map<URI, Artefact> captured = new LinkedHashMap<>();
        int revisions = 1 + random.nextInt(3);
        PublishableItem item = null;
        for (int revision = 1; revision <= revisions; revision++) {
            List<AttachmentContent> files = new ArrayList<>();
            for (int file = random.nextInt(4); file > 0; file--) {
                files.add(SampleItems.attachment(id + "-" + file, revision));
            }
            item = SampleItems.item(id, revision, "ประกาศที่ " + random.nextInt(9_999) + " & <b>\"ทดสอบ\"</b>", files);
            target.publish(SampleItems.publish(item, revision, recorder))
                    .artefacts()
                    .forEach(artefact -> captured.put(artefact.address(), artefact));
        }
        List<Artefact> all = List.copyOf(captured.values());
        target.takeDown(SampleItems.takeDown(item, kind, revisions + 1L, all, recorder));
        List<Observation> seen = target.observe(SampleItems.observe(id, all, recorder));
        return TakeDownJudge.missing(all, seen, kind, to(kind));
    }

    private PublishableItem next() {
        return newest(SampleItems.item("261122-hostile" + String.format("%04d", ++items)));
    }

    /** The newest of all, so that a list with room for the newest only names it. */
    private PublishableItem newest(PublishableItem item) {
        return SampleItems.publishedAt(item, SampleItems.NOW.minusSeconds(20_000 - 10L * items));
    }

    /** How many behaviours the contract must have been able to meet. */
    int leastBehaviours() {
        return 10;
    }

    /** Publishes, takes down, looks while the website is hostile and once more when it is honest. */
    private void meet(PublishingTarget target, HostileBehaviour behaviour, TakeDownKind kind, List<String> faults) {
        String scene = behaviour + " after " + kind;
        PublishableItem item = next();
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
        return EnumSet.copyOf(
                isSlow(behaviour)
                        ? Set.of(TakeDownKind.GONE)
                        : target.capabilities().takeDownKinds());
    }
}

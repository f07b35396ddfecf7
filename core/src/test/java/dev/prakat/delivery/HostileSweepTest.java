package dev.prakat.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.MemoryFolder;
import dev.prakat.TestAgency;
import dev.prakat.item.Draft;
import dev.prakat.item.ItemId;
import dev.prakat.item.PlacementPlan;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.testkit.HostileBehaviour;
import dev.prakat.testkit.HostileDelivery;
import dev.prakat.testkit.HostileTarget;
import dev.prakat.testkit.InMemoryTarget;
import dev.prakat.window.PublishWindow;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way, from an officer's approval to the proof, in front of a website that lies and fails in every known way. */
@Tag("S002-R05")
class HostileSweepTest {

    private static final LocalDate FROM = LocalDate.of(2021, 3, 1);
    private static final LocalDate UNTIL = LocalDate.of(2021, 3, 31);
    private static final List<TakeDownKind> KINDS =
            List.of(TakeDownKind.GONE, TakeDownKind.WITHDRAWN, TakeDownKind.VANISH);
    /** With how many kinds of take-down each is played; {@code -Dprakat.kinds=3} says all. */
    private static final int KINDS_OF_EACH = Integer.getInteger("prakat.kinds", 1);

    private static final Duration PAUSE = Duration.ofMinutes(2);

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private final List<String> faults = new ArrayList<>();
    private int removals;
    private int falseProofs;

    @Test
    @Tag("soak")
    void noRemovalIsProvenWhileAnythingIsAliveAndAllAreWhenTheWebsiteIsHonestAgain() {
        try (TestAgency agency = new TestAgency(folder)) {
            agency.web.alternatives();
            HostileTarget target = new HostileTarget(new InMemoryTarget(agency.web));
            agency.restart(target);
            List<Scene> scenes = scenes(agency, KINDS_OF_EACH);
            assertThat(agency.prakat().sweep().published()).isEqualTo(scenes.size());
            scenes.forEach(scene -> play(agency, target, scene));
            assertThat(scenes)
                    .allSatisfy(scene -> assertThat(state(agency, scene.id()))
                            .as(scene.name())
                            .isEqualTo(PlacementState.REMOVAL_PROVEN));
        }
        System.out.println("HostileSweepTest: " + HostileBehaviour.values().length + " hostile behaviours and "
                + HostileDelivery.values().length + " failing deliveries, " + removals + " removals, " + falseProofs
                + " proven while something was alive; " + faults.size()
                + " not proven at the first sweep afterwards or falsely");
        assertThat(faults).isEmpty();
    }

    /** One item, and what happens when its period is over. Exactly one of the two is given. */
    private record Scene(
            ItemId id, LocalDate until, TakeDownKind kind, HostileBehaviour behaviour, HostileDelivery delivery) {
        String name() {
            return (behaviour == null ? delivery : behaviour) + " after " + kind;
        }

        boolean forbidsProof() {
            return behaviour == null ? delivery.leavesAlive() : behaviour.forbidsProof(kind);
        }
    }

    /** Every behaviour and failing delivery with some kinds of take-down, of those with which a proof would be false if any is. */
    private static List<Scene> scenes(TestAgency agency, int kindsOfEach) {
        List<Scene> scenes = new ArrayList<>();
        for (HostileBehaviour behaviour : HostileBehaviour.values()) {
            kinds(scenes.size(), behaviour::forbidsProof, kindsOfEach)
                    .forEach(kind -> scenes.add(scene(agency, scenes.size(), kind, behaviour, null)));
        }
        for (HostileDelivery delivery : HostileDelivery.values()) {
            kinds(scenes.size(), kind -> true, kindsOfEach)
                    .forEach(kind -> scenes.add(scene(agency, scenes.size(), kind, null, delivery)));
        }
        return scenes;
    }

    private static List<TakeDownKind> kinds(int turn, Predicate<TakeDownKind> dangerous, int number) {
        List<TakeDownKind> kinds = new ArrayList<>(KINDS);
        Collections.rotate(kinds, turn);
        kinds.sort(Comparator.comparing(kind -> !dangerous.test(kind)));
        return kinds.subList(0, number);
    }

    private static Scene scene(
            TestAgency agency, int number, TakeDownKind kind, HostileBehaviour behaviour, HostileDelivery delivery) {
        LocalDate until = UNTIL.plusDays(number);
        Draft draft = Draft.of("news-releases", "ประกาศที่ " + number, "<p>รายละเอียด</p>")
                .withAttachment(TestAgency.file("ประกาศ.txt", "เนื้อหาที่ " + number))
                .withPlacement(new PlacementPlan("www", PublishWindow.ofDates(FROM, until), kind, null));
        return new Scene(agency.approved(draft), until, kind, behaviour, delivery);
    }

    private void play(TestAgency agency, HostileTarget target, Scene scene) {
        Placement live = placement(agency, scene.id());
        assertThat(live.state()).as(scene.name()).isEqualTo(PlacementState.LIVE_PROVEN);
        agency.web
                .hostile()
                .remember(
                        scene.id().value(),
                        live.artefacts().stream()
                                .map(PlacementArtefact::artefact)
                                .toList());
        agency.clock.set(scene.until()
                .plusDays(1)
                .atStartOfDay(ZoneId.of("Asia/Bangkok"))
                .toInstant());
        begin(agency, target, scene);
        removals++;
        agency.prakat().sweep();
        boolean proven = state(agency, scene.id()) == PlacementState.REMOVAL_PROVEN;
        if (proven && scene.forbidsProof()) {
            falseProofs++;
            faults.add(scene.name() + ": proven while it was on");
        }
        agency.web.hostile().end();
        target.end();
        // Whoever put it back took a fence of his own: one try finds that out, the next one is above it.
        int sweeps = scene.delivery() == HostileDelivery.PUT_BACK ? 2 : 1;
        for (int n = 0; n < sweeps; n++) {
            agency.clock.advance(PAUSE);
            agency.prakat().sweep();
        }
        if (state(agency, scene.id()) != PlacementState.REMOVAL_PROVEN) {
            faults.add(scene.name() + ": found " + state(agency, scene.id()) + " " + sweeps + " sweep after its end");
        }
    }

    private static void begin(TestAgency agency, HostileTarget target, Scene scene) {
        if (scene.behaviour() != null) {
            agency.web.hostile().begin(scene.behaviour());
        } else {
            target.begin(scene.delivery());
        }
    }

    private static PlacementState state(TestAgency agency, ItemId id) {
        return placement(agency, id).state();
    }

    private static Placement placement(TestAgency agency, ItemId id) {
        return agency.prakat().placements().of(id).get(0);
    }
}

package dev.prakat.wordpress;

import dev.prakat.spi.PublishingTarget;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.testkit.HostileBehaviour;
import dev.prakat.testkit.HostileDelivery;
import dev.prakat.testkit.HostileTargetContract;
import dev.prakat.testkit.HostileWeb;
import dev.prakat.wordpress.site.NeedsWordPress;
import dev.prakat.wordpress.site.RealWordPress;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;

/** Whatever stands between the public and a real WordPress, nothing is taken for gone that is not. */
@NeedsWordPress
@Tag("soak")
@Tag("one-jdk")
final class WordPressHostileTest extends HostileTargetContract {

    private static final List<TakeDownKind> TURNS =
            List.of(TakeDownKind.GONE, TakeDownKind.VANISH, TakeDownKind.WITHDRAWN);
    private static final Set<HostileBehaviour> SLOW = Set.of(HostileBehaviour.SILENCE, HostileBehaviour.SLOW_BODY);
    private static final boolean ALL = Boolean.getBoolean("prakat.wordpressHostile");

    private static RealWordPress real;
    private static Front front;

    @BeforeAll
    static void start() {
        real = RealWordPress.usual();
        front = new Front(real);
    }

    @AfterAll
    static void stop() {
        front.close();
    }

    @Override
    protected PublishingTarget newTarget() {
        Front.empty(real);
        return WordPressTarget.of(front.site(real));
    }

    @Override
    protected HostileWeb web() {
        return front.web();
    }

    /** A build tries each behaviour that is not slow with one kind of take-down, the long trial all with all. */
    @Override
    protected boolean isTried(HostileBehaviour behaviour, TakeDownKind kind) {
        return ALL || (!SLOW.contains(behaviour) && kind == TURNS.get(behaviour.ordinal() % TURNS.size()));
    }

    @Override
    protected boolean isTried(HostileDelivery delivery, TakeDownKind kind) {
        return ALL || kind == TURNS.get(delivery.ordinal() % TURNS.size());
    }

    @Override
    protected int honestRemovals() {
        return Integer.getInteger("prakat.wordpressRemovals", 4);
    }
}

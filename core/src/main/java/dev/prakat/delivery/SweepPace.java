package dev.prakat.delivery;

import java.time.Duration;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * How the sweep works. Immutable.
 *
 * @param node this machine's or process's name
 * @param interval how often the host calls {@code sweep()}; health measures by it, and no sweep begins new work for longer
 * @param clockTolerance how far this node's clock may be ahead of the true time; for so long after a window opened nothing is
 *     published
 * @param scanEvery a new scan for drift begins so long after the last one began; null for no scan by the sweep itself
 * @param scanAddresses how many addresses of a website a sweep looks at for drift, from 1
 * @param executor runs the lanes of several websites; null for threads of our own that are there while a sweep runs
 */
public record SweepPace(
        String node,
        Duration interval,
        Duration clockTolerance,
        @Nullable Duration scanEvery,
        int scanAddresses,
        @Nullable Executor executor) {}

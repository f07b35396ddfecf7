package dev.prakat.staticsite;

import java.time.Duration;

/**
 * What {@link StaticSiteTarget#rebuild} changed, and how long it took. Immutable.
 *
 * @param items how many items the site knows
 * @param written how many files were written because they differed or were missing
 * @param removed how many were removed because nothing of the kind is there any more
 * @param rendering until everything was rendered and ready to be put in place
 * @param forcing until all of it was certain to be on the disk
 * @param placing until it was in its place, read back and recorded
 */
public record RebuildReport(
        long items, long written, long removed, Duration rendering, Duration forcing, Duration placing) {}

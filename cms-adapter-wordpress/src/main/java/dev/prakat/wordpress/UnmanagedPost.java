package dev.prakat.wordpress;

import java.net.URI;
import java.time.Instant;

/**
 * A post or page that is public on a site and that Prakat did not put there: nobody answers for it here, and it has no end.
 * Immutable.
 *
 * @param address its public address
 * @param title its title, as plain text
 * @param published since when it is public, by the site's clock
 * @param changed when it was last changed there
 */
public record UnmanagedPost(URI address, String title, Instant published, Instant changed) {}

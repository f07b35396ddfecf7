package dev.prakat.staticsite;

import dev.prakat.spi.TrafficEntry;
import org.jspecify.annotations.Nullable;

/**
 * One file that is to appear, to change or to go. Immutable.
 *
 * @param path where, below the docroot or below the state folder, with forward slashes
 * @param subject the item that it belongs to, or null
 * @param staged the name of the complete file in the stage folder; null when the file is to go
 * @param sha256 its hash; null when it is to go
 * @param bytes its size
 */
record Change(
        String path,
        @Nullable String subject,
        @Nullable String staged,
        @Nullable String sha256,
        long bytes) {

    static Change removal(String path, @Nullable String subject) {
        return new Change(path, subject, null, null, 0);
    }

    TrafficEntry entry(String mount) {
        return sha256 == null
                ? TrafficEntry.fileRemove(mount, path, subject)
                : TrafficEntry.fileWrite(mount, path, subject, sha256, bytes);
    }
}

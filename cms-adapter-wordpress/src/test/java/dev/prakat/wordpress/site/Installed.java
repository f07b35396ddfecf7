package dev.prakat.wordpress.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A plugin on a site; closing takes it away.
 *
 * @param file where it is
 */
public record Installed(Path file) implements AutoCloseable {

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the plugin " + file + " was not taken away", e);
        }
    }
}

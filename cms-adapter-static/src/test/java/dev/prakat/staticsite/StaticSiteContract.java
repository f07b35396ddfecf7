package dev.prakat.staticsite;

import dev.prakat.spi.PublishingTarget;
import dev.prakat.testkit.PublishingTargetContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** The contract on a folder, whatever is asked beside the files. */
abstract class StaticSiteContract extends PublishingTargetContract {

    @TempDir(factory = MemoryFolder.class)
    Path folder;

    private SortedMap<String, String> before = new TreeMap<>();

    Path docroot() {
        return folder.resolve("site");
    }

    abstract URI base();

    abstract boolean httpProof();

    @Override
    protected PublishingTarget newTarget() {
        return reopen();
    }

    @Override
    protected PublishingTarget reopen() {
        return StaticSiteTarget.builder(docroot(), base())
                .httpProof(httpProof())
                .build();
    }

    @Override
    protected void removeByHand(String item) {
        try (Stream<Path> files = Files.walk(docroot().resolve("d").resolve(item))) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected String publicText() {
        return Tree.of(docroot()).toString();
    }

    @Override
    protected Set<String> actionsSeenOutside() {
        SortedMap<String, String> now = Tree.of(docroot());
        Set<String> changes = Tree.changes(before, now);
        before = now;
        return changes;
    }
}

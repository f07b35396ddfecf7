package dev.prakat.staticsite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A folder as a test sees it: every file with its content, by path with forward slashes. */
final class Tree {

    private Tree() {}

    static SortedMap<String, String> of(Path folder) {
        SortedMap<String, String> tree = new TreeMap<>();
        if (!Files.exists(folder)) {
            return tree;
        }
        Path real = real(folder);
        try (Stream<Path> files = Files.walk(real)) {
            files.filter(Files::isRegularFile)
                    .forEach(f -> tree.put(real.relativize(f).toString().replace('\\', '/'), text(f)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tree;
    }

    /** A docroot may be a link. */
    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What happened between two looks, as the traffic log should have it. */
    static Set<String> changes(SortedMap<String, String> before, SortedMap<String, String> after) {
        Set<String> changes = new TreeSet<>();
        after.forEach((path, content) -> {
            if (!content.equals(before.get(path))) {
                changes.add("write " + path);
            }
        });
        before.keySet().stream().filter(p -> !after.containsKey(p)).forEach(p -> changes.add("remove " + p));
        return changes;
    }
}

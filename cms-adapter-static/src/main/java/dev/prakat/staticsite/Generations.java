package dev.prakat.staticsite;

import dev.prakat.spi.TrafficEntry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A docroot that is a symbolic link can show a whole new site in one step: what stands there is copied beside it, by hard links, the
 * copy is changed, and then the link is replaced. The former one is removed right afterwards: what is taken down later would still
 * stand in it.
 */
final class Generations {

    private static final Pattern NUMBERED = Pattern.compile("(.+)-gen-(\\d{1,9})");

    private final SiteSettings settings;
    private final StateFolder state;
    private final Disk disk;

    Generations(SiteSettings settings, StateFolder state) {
        this.settings = settings;
        this.state = state;
        this.disk = state.disk();
    }

    /** Copies what is shown; empty where the docroot is no link, and then nothing is done. */
    Optional<Plan.Beside> copy() throws IOException {
        discard();
        if (!Files.isSymbolicLink(settings.docroot())) {
            return Optional.empty();
        }
        Path former = settings.docroot().toRealPath();
        Matcher numbered = NUMBERED.matcher(String.valueOf(former.getFileName()));
        boolean isNumbered = numbered.matches();
        String name = isNumbered ? numbered.group(1) : String.valueOf(former.getFileName());
        int number = isNumbered ? Integer.parseInt(numbered.group(2)) + 1 : 1;
        Path next = former.resolveSibling(name + "-gen-" + number);
        while (Files.exists(next, LinkOption.NOFOLLOW_LINKS)) {
            next = former.resolveSibling(name + "-gen-" + ++number);
        }
        state.replace(StateFolder.BESIDE, next.toString().getBytes(StandardCharsets.UTF_8));
        copy(former, next);
        return Optional.of(new Plan.Beside(former.toString(), next.toString()));
    }

    private void copy(Path former, Path next) throws IOException {
        List<Path> folders = new ArrayList<>();
        Files.walkFileTree(former, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Path copy = next.resolve(former.relativize(folder).toString());
                disk.makeFolders(copy);
                folders.add(copy);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path copy = next.resolve(former.relativize(file).toString());
                if (attributes.isSymbolicLink()) {
                    disk.link(copy, Files.readSymbolicLink(file));
                } else {
                    disk.copy(copy, file);
                }
                return FileVisitResult.CONTINUE;
            }
        });
        SideBySide.waiting(folders, disk::force);
        disk.force(former.getParent() == null ? former : former.getParent());
    }

    /** Whether readers see it. */
    boolean isShown(Plan.Beside beside) throws IOException {
        return Files.exists(settings.docroot())
                && settings.docroot().toRealPath().equals(Path.of(beside.next()));
    }

    /** Shows it, in one step; nothing when it is shown already. */
    void show(Plan.Beside beside, Courier courier) throws IOException {
        if (isShown(beside)) {
            return;
        }
        Path docroot = settings.docroot();
        Path next = Path.of(beside.next());
        byte[] said = beside.next().getBytes(StandardCharsets.UTF_8);
        TrafficEntry entry =
                TrafficEntry.fileWrite(settings.base().toString(), ".", null, Hashes.of(said), said.length);
        Courier.Action replacing = () -> {
            Path temporary = docroot.resolveSibling("." + docroot.getFileName() + ".next");
            disk.delete(temporary);
            disk.link(temporary, next);
            disk.rename(temporary, docroot);
        };
        courier.carry(List.of(new Courier.Operation(entry, replacing, () -> {
            if (!docroot.toRealPath().equals(Path.of(beside.former()))) {
                throw new IOException(docroot + " does not show " + beside.former() + " any more");
            }
        })));
        if (docroot.getParent() != null) {
            disk.force(docroot.getParent());
        }
    }

    /**
     * Removes the former one; what somebody put there after it was copied is left.
     *
     * @param removed the paths that the next one does not have
     */
    void prune(Plan.Beside beside, Set<String> removed) throws IOException {
        Path former = Path.of(beside.former());
        Path next = Path.of(beside.next());
        if (Files.isDirectory(former, LinkOption.NOFOLLOW_LINKS) && isShown(beside)) {
            delete(former, file -> {
                String path = former.relativize(file).toString().replace('\\', '/');
                return removed.contains(path) || Files.exists(next.resolve(path), LinkOption.NOFOLLOW_LINKS);
            });
        }
        disk.delete(state.file(StateFolder.BESIDE));
    }

    /** Removes a copy that was begun and never shown. */
    private void discard() throws IOException {
        Path marker = state.file(StateFolder.BESIDE);
        if (!Files.exists(marker)) {
            return;
        }
        Path begun = Path.of(Files.readString(marker));
        boolean shown = Files.exists(settings.docroot())
                && settings.docroot().toRealPath().equals(begun);
        if (Files.isDirectory(begun, LinkOption.NOFOLLOW_LINKS) && !shown) {
            delete(begun, file -> true);
        }
        disk.delete(marker);
    }

    /** Which files of a copy go with it. */
    private interface Ours {
        boolean has(Path file);
    }

    private void delete(Path folder, Ours ours) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (ours.has(file)) {
                    disk.delete(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException fault) throws IOException {
                if (fault != null) {
                    throw fault;
                }
                try (var left = Files.list(visited)) {
                    if (left.findAny().isPresent()) {
                        return FileVisitResult.CONTINUE;
                    }
                }
                disk.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}

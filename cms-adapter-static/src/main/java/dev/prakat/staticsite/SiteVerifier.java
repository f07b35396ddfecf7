package dev.prakat.staticsite;

import dev.prakat.staticsite.SiteReport.Finding;
import dev.prakat.staticsite.SiteReport.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads every file below the docroot again and compares it with the hash that it was written with. Changes nothing. */
final class SiteVerifier {

    private final SiteSettings settings;
    private final StateFolder state;
    private final List<Finding> findings = new ArrayList<>();

    SiteVerifier(SiteSettings settings, StateFolder state) {
        this.settings = settings;
        this.state = state;
    }

    SiteReport run() throws IOException {
        SortedMap<String, String> expected = expected();
        SortedMap<String, Path> there = there();
        state.journal()
                .ifPresent(planned -> add(
                        Kind.INTERRUPTED,
                        "",
                        "a change was interrupted, expected none; publish or take down anything and it is mended"));
        expected.keySet().stream()
                .filter(path -> !there.containsKey(path))
                .forEach(path -> add(Kind.MISSING, path, "found nothing, expected a file"));
        Map<Path, Set<PosixFilePermission>> permissions = new HashMap<>();
        for (Map.Entry<String, Path> file : there.entrySet()) {
            permissionsOf(file.getValue()).ifPresent(found -> permissions.put(file.getValue(), found));
        }
        Optional<Set<PosixFilePermission>> usual = usual(permissions);
        List<Finding> looked = there.entrySet().parallelStream()
                .flatMap(file -> {
                    String hash = expected.get(file.getKey());
                    List<Finding> of = new ArrayList<>();
                    look(file.getKey(), file.getValue(), hash).ifPresent(of::add);
                    Set<PosixFilePermission> found = permissions.get(file.getValue());
                    if (found != null && usual.isPresent() && !found.equals(usual.get())) {
                        of.add(new Finding(
                                Kind.PERMISSIONS,
                                file.getKey(),
                                "found " + PosixFilePermissions.toString(found) + ", expected "
                                        + PosixFilePermissions.toString(usual.get()) + " as most files have"));
                    }
                    return of.stream();
                })
                .toList();
        findings.addAll(looked);
        findings.sort(Comparator.comparing(Finding::path).thenComparing(Finding::kind));
        return new SiteReport(expected.size(), findings);
    }

    private SortedMap<String, String> expected() throws IOException {
        SortedMap<String, String> expected = new TreeMap<>();
        for (String shard : state.shards()) {
            expected.putAll(state.pages(shard));
        }
        for (String item : state.items()) {
            state.item(item).ifPresent(known -> expected.putAll(known.files()));
        }
        return expected;
    }

    private SortedMap<String, Path> there() throws IOException {
        SortedMap<String, Path> there = new TreeMap<>();
        if (!Files.isDirectory(settings.docroot())) {
            return there;
        }
        Path docroot = settings.docroot().toRealPath(); // itself it may be a link
        Files.walkFileTree(docroot, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                there.put(path(file), file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) {
                add(Kind.UNREADABLE, path(file), "found " + e + ", expected a folder that can be read");
                return FileVisitResult.CONTINUE;
            }

            private String path(Path file) {
                return docroot.relativize(file).toString().replace('\\', '/');
            }
        });
        return there;
    }

    private static Optional<Finding> look(String path, Path file, @org.jspecify.annotations.Nullable String hash) {
        if (hash == null) {
            return Optional.of(new Finding(
                    Kind.UNKNOWN, path, "found a file that this site did not write, expected none; move it away"));
        }
        try {
            String found;
            if (Files.isSymbolicLink(file) && path.endsWith("/.redirect")) {
                found = Hashes.of(Files.readSymbolicLink(file).toString().getBytes(StandardCharsets.UTF_8));
            } else if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                found = Hashes.of(file);
            } else {
                return Optional.of(new Finding(
                        Kind.NOT_A_FILE, path, "found no regular file, expected one; remove it and publish again"));
            }
            return found.equals(hash)
                    ? Optional.empty()
                    : Optional.of(new Finding(
                            Kind.MODIFIED,
                            path,
                            "found bytes with hash " + found + ", expected " + hash
                                    + "; publish again, or take down again"));
        } catch (IOException e) {
            return Optional.of(new Finding(Kind.UNREADABLE, path, "found " + e + ", expected a file that can be read"));
        }
    }

    private static Optional<Set<PosixFilePermission>> permissionsOf(Path file) throws IOException {
        if (Files.isSymbolicLink(file)
                || !file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return Optional.empty();
        }
        return Optional.of(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
    }

    /** What most files have: all were written by one process, under one mask. */
    private static Optional<Set<PosixFilePermission>> usual(Map<Path, Set<PosixFilePermission>> permissions) {
        Map<Set<PosixFilePermission>, Integer> counts = new HashMap<>();
        permissions.values().forEach(found -> counts.merge(found, 1, Integer::sum));
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    private void add(Kind kind, String path, String message) {
        findings.add(new Finding(kind, path, message));
    }
}

package dev.prakat.staticsite;

import dev.prakat.spi.AttachmentContent;
import dev.prakat.spi.TargetRefused;
import dev.prakat.spi.TargetUnavailable;
import dev.prakat.spi.TrafficEntry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * File operations below the docroot, prepared first and carried out in order afterwards. Preparing writes to the stage folder
 * only. A write of bytes that stand there already is no operation. A file that is not ours is never touched.
 */
final class Batch {

    private record Operation(TrafficEntry entry, @Nullable Path staged) {}

    private final SiteSettings settings;
    private final Set<String> owned;
    private final List<Operation> operations = new ArrayList<>();
    private final SortedMap<String, String> wanted = new TreeMap<>();
    private final Set<String> removed = new HashSet<>();

    /**
     * Creates an empty batch.
     *
     * @param owned the paths that may be replaced or removed
     */
    Batch(SiteSettings settings, Set<String> owned) {
        this.settings = settings;
        this.owned = owned;
    }

    /** Prepares a file with these bytes. */
    void write(String path, @Nullable String subject, byte[] bytes) throws IOException {
        String hash = Hashes.of(bytes);
        if (isNew(path, hash)) {
            Path staged = stageName();
            DurableFiles.write(staged, bytes);
            add(TrafficEntry.fileWrite(mount(), path, subject, hash, bytes.length), staged);
        }
    }

    /**
     * Prepares an attachment, reading it once.
     *
     * @throws TargetRefused if its bytes are not the ones that were approved
     */
    void write(String path, String subject, AttachmentContent attachment) throws IOException {
        if (!isNew(path, attachment.sha256())) {
            return;
        }
        Path staged = stageName();
        MessageDigest digest = Hashes.sha256();
        long bytes = 0;
        try (InputStream in = attachment.source().open();
                OutputStream out = Files.newOutputStream(
                        staged, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC)) {
            byte[] buffer = new byte[1 << 20];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
                bytes += n;
            }
        }
        String hash = Hashes.hex(digest);
        if (!hash.equals(attachment.sha256())) {
            Files.delete(staged);
            throw new TargetRefused(
                    "static site " + mount() + ": attachment '" + attachment.name() + "' of " + subject
                            + ": found bytes with hash " + hash + ", expected " + attachment.sha256()
                            + "; restore the attachment store",
                    null);
        }
        add(TrafficEntry.fileWrite(mount(), path, subject, hash, bytes), staged);
    }

    /** Prepares a symbolic link; what it says is text, and nothing here ever follows it. */
    void link(String path, String subject, String to) throws IOException {
        String hash = Hashes.of(to.getBytes(StandardCharsets.UTF_8));
        wanted.put(path, hash);
        Path file = target(path);
        if (Files.isSymbolicLink(file)
                && Files.readSymbolicLink(file).toString().equals(to)) {
            return;
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            isNew(path, hash); // refuses a file of others
        }
        Path staged = stageName();
        Files.createSymbolicLink(staged, Path.of(to));
        add(TrafficEntry.fileWrite(mount(), path, subject, hash, to.length()), staged);
    }

    /** Prepares a removal; nothing when the file is not there. */
    void remove(String path, @Nullable String subject) {
        removed.add(path);
        if (owned.contains(path) && Files.exists(target(path), LinkOption.NOFOLLOW_LINKS)) {
            add(TrafficEntry.fileRemove(mount(), path, subject), null);
        }
    }

    /** Prepares the removal of everything that is neither written nor removed already. */
    void removeRest(Set<String> paths, String subject) {
        for (String path : paths) {
            if (!wanted.containsKey(path) && !removed.contains(path)) {
                remove(path, subject);
            }
        }
    }

    /** Says that a file stays as it is. */
    void keep(String path, String hash) {
        wanted.put(path, hash);
    }

    boolean hasWork() {
        return !operations.isEmpty();
    }

    /** Every file that will stand there afterwards, with its hash, whether it had to be written or not. */
    SortedMap<String, String> wanted() {
        return wanted;
    }

    /** What was asked to be removed, whether it was there or not. */
    Set<String> removed() {
        return removed;
    }

    /**
     * Carries everything out, in the order in which it was prepared.
     *
     * @throws TargetUnavailable if one operation could not be recorded or done; those before it stay done
     */
    void apply(Courier courier) {
        Set<Path> folders = new LinkedHashSet<>();
        for (Operation operation : operations) {
            Path target = target(operation.entry().path());
            Path folder = settings.docroot().resolve(target).getParent();
            Path staged = operation.staged();
            courier.carry(operation.entry(), () -> {
                if (staged == null) {
                    Files.deleteIfExists(target);
                } else {
                    Files.createDirectories(target.getParent());
                    DurableFiles.rename(staged, target);
                }
            });
            if (folder != null) {
                folders.add(folder);
            }
        }
        folders.forEach(this::settle);
    }

    /** Forces a folder, or prunes it when nothing is left in it. */
    private void settle(Path folder) {
        Path current = folder;
        while (current != null && !current.equals(settings.docroot()) && isEmpty(current)) {
            try {
                Files.delete(current);
            } catch (IOException e) {
                break; // somebody put a file there meanwhile
            }
            current = current.getParent();
        }
        if (current != null && Files.isDirectory(current)) {
            DurableFiles.forceFolder(current);
        }
    }

    private static boolean isEmpty(Path folder) {
        try (var files = Files.list(folder)) {
            return files.findAny().isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private boolean isNew(String path, String hash) throws IOException {
        wanted.put(path, hash);
        Path file = target(path);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            return true;
        }
        boolean same = Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Hashes.of(file).equals(hash);
        if (!same && !owned.contains(path) && !settings.adopt()) {
            throw new TargetRefused(
                    "static site " + mount() + ": found a file at " + file
                            + " that this site did not write, expected none; move it away, or build the target with adopt(true)",
                    null);
        }
        return !same;
    }

    /** The file of a path. A folder on the way that is a symbolic link could lead out of the docroot. */
    private Path target(String path) {
        Path file = settings.docroot();
        for (String name : path.split("/", -1)) {
            if (Files.isSymbolicLink(file) && !file.equals(settings.docroot())) {
                throw new TargetRefused(
                        "static site " + mount() + ": found a symbolic link at " + file
                                + ", expected a folder; replace it by a folder",
                        null);
            }
            file = file.resolve(name);
        }
        return file;
    }

    private Path stageName() throws IOException {
        Files.createDirectories(settings.stage());
        return settings.stage().resolve(UUID.randomUUID() + ".tmp");
    }

    private void add(TrafficEntry entry, @Nullable Path staged) {
        operations.add(new Operation(entry, staged));
    }

    private String mount() {
        return settings.base().toString();
    }
}

package dev.prakat.staticsite;

import dev.prakat.spi.AttachmentContent;
import dev.prakat.spi.TargetRefused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * File operations below the docroot, prepared first and carried out in order afterwards. Preparing writes to the stage folder
 * only. A write of bytes that stand there already is no operation. A file that is not ours is never touched. Several threads may prepare
 * files at once.
 */
final class Batch {

    private final SiteSettings settings;
    private final Disk disk;
    private final Predicate<String> owned;
    private final Set<String> again;
    private final Stage stage;
    private final Ground ground;
    private final List<Change> changes = Collections.synchronizedList(new ArrayList<>());
    private final SortedMap<String, String> wanted = Collections.synchronizedSortedMap(new TreeMap<>());
    private final Set<String> removed = Collections.synchronizedSet(new HashSet<>());

    /**
     * Creates an empty batch.
     *
     * @param owned whether a path may be replaced or removed
     */
    Batch(SiteSettings settings, Disk disk, Predicate<String> owned) {
        this(settings, disk, owned, Set.of(), Stage.ofFew(), new Ground(settings));
    }

    /**
     * Creates an empty batch.
     *
     * @param owned whether a path may be replaced or removed
     * @param again the paths that are written although the right bytes stand there
     * @param stage gives names to what is prepared
     * @param ground what stands there
     */
    Batch(SiteSettings settings, Disk disk, Predicate<String> owned, Set<String> again, Stage stage, Ground ground) {
        this.settings = settings;
        this.disk = disk;
        this.owned = owned;
        this.again = again;
        this.stage = stage;
        this.ground = ground;
    }

    /** Prepares a file with these bytes. */
    void write(String path, @Nullable String subject, byte[] bytes) throws IOException {
        String hash = Hashes.of(bytes);
        if (isNew(path, hash)) {
            String staged = stage.next();
            disk.write(staged(staged), bytes);
            add(path, subject, staged, hash, bytes.length);
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
        String staged = stage.next();
        MessageDigest digest = Hashes.sha256();
        long bytes = 0;
        try (InputStream in = attachment.source().open();
                OutputStream out = disk.open(staged(staged))) {
            byte[] buffer = new byte[1 << 20];
            for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                digest.update(buffer, 0, n);
                out.write(buffer, 0, n);
                bytes += n;
            }
        }
        String hash = Hashes.hex(digest);
        if (!hash.equals(attachment.sha256())) {
            disk.delete(staged(staged));
            throw new TargetRefused(
                    "static site " + mount() + ": attachment '" + attachment.name() + "' of " + subject
                            + ": found bytes with hash " + hash + ", expected " + attachment.sha256()
                            + "; restore the attachment store",
                    null);
        }
        add(path, subject, staged, hash, bytes);
    }

    /** Prepares a symbolic link; what it says is text, and nothing here ever follows it. */
    void link(String path, String subject, String to) throws IOException {
        String hash = Hashes.of(to.getBytes(StandardCharsets.UTF_8));
        wanted.put(path, hash);
        Path file = settings.file(path);
        if (ground.has(path)) {
            if (Files.isSymbolicLink(file)
                    && Files.readSymbolicLink(file).toString().equals(to)) {
                return;
            }
            isNew(path, hash); // refuses a file of others
        }
        String staged = stage.next();
        disk.link(staged(staged), Path.of(to));
        add(path, subject, staged, hash, to.length());
    }

    /** Prepares a removal; nothing when the file is not there. */
    void remove(String path, @Nullable String subject) {
        removed.add(path);
        if (owned.test(path) && ground.has(path)) {
            changes.add(Change.removal(path, subject));
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

    /** Whether a regular file stands there now. */
    boolean stands(String path) {
        return ground.has(path) && isFile(settings.file(path));
    }

    /** Says that a file stays as it is. */
    void keep(String path, String hash) {
        wanted.put(path, hash);
    }

    /** What has to be done, in the order in which it was prepared. */
    List<Change> changes() {
        return changes;
    }

    /** Every file that will stand there afterwards, with its hash, whether it had to be written or not. */
    SortedMap<String, String> wanted() {
        return wanted;
    }

    /** What was asked to be removed, whether it was there or not. */
    Set<String> removed() {
        return removed;
    }

    private boolean isNew(String path, String hash) throws IOException {
        wanted.put(path, hash);
        if (!ground.has(path)) {
            return true;
        }
        Path file = settings.file(path);
        boolean same = isFile(file) && Hashes.of(file).equals(hash);
        if (!same && !owned.test(path) && !settings.adopt()) {
            throw new TargetRefused(
                    "static site " + mount() + ": found a file at " + file
                            + " that this site did not write, expected none; move it away, or build the target with adopt(true)",
                    null);
        }
        return !same || again.contains(path);
    }

    private static boolean isFile(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * The file of a path. A folder on the way that is a symbolic link could lead out of the docroot.
     *
     * @throws TargetRefused if there is one
     */
    static Path target(SiteSettings settings, String path) {
        Path file = settings.docroot();
        for (String name : path.split("/", -1)) {
            if (Files.isSymbolicLink(file) && !file.equals(settings.docroot())) {
                throw new TargetRefused(
                        "static site " + settings.base() + ": found a symbolic link at " + file
                                + ", expected a folder; replace it by a folder",
                        null);
            }
            file = file.resolve(name);
        }
        return file;
    }

    private Path staged(String name) {
        return settings.stage().resolve(name);
    }

    private void add(String path, @Nullable String subject, String staged, String hash, long bytes) {
        changes.add(new Change(path, subject, staged, hash, bytes));
    }

    private String mount() {
        return settings.base().toString();
    }
}

package dev.prakat.trafficlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks a log without changing it and without its private keys: a folder, a copy of one, or the folder of a running writer. Reads
 * every byte once. Never says sound of something that it did not cover. No state; thread-safe. Source: S001-R30
 */
public final class TrafficLogVerifier {

    private TrafficLogVerifier() {}

    /**
     * Checks a log with the public key that lies in its folder. Whoever can exchange that file together with all the rest can make
     * another log: an auditor gives the key.
     *
     * @param directory the log's folder
     * @return what was found; a folder that cannot be read is a verdict too
     */
    public static VerificationReport verify(Path directory) {
        return verify(directory, "");
    }

    /**
     * Checks a log with a public key that was kept elsewhere.
     *
     * @param directory the log's folder
     * @param vkey the line that {@link TrafficLog#vkey} gave; empty for the one in the folder
     * @return what was found; a folder that cannot be read is a verdict too
     */
    public static VerificationReport verify(Path directory, String vkey) {
        if (!Files.isDirectory(directory)) {
            return VerificationReport.unreadable(
                    "there is no folder " + directory + "; give the folder of a traffic log");
        }
        return verify(new DiskStorage(directory), vkey);
    }

    /**
     * Checks a log with a public key and a checkpoint that were kept elsewhere: also that nothing before the checkpoint was
     * changed since, and that the log was not cut back behind it, which nothing in the folder itself could show.
     *
     * @param directory the log's folder
     * @param vkey the line that {@link TrafficLog#vkey} gave; empty for the one in the folder
     * @param kept the signed note, as a sink or a copy of the file {@code checkpoint} had it
     * @return what was found; a folder that cannot be read, or a note that is not signed by the key, is a verdict too
     */
    public static VerificationReport verify(Path directory, String vkey, String kept) {
        if (!Files.isDirectory(directory)) {
            return verify(directory, vkey);
        }
        return verify(new DiskStorage(directory), vkey, kept);
    }

    /**
     * Checks a log as {@link #verify(Path, String, String)} does, and the time-stamps in its folder {@code anchors}: who had it stamped
     * cannot have written anew since what was there before, whatever keys he holds. A log without a good time-stamp is not fully
     * covered. Whether an authority's certificate was revoked is not asked. Needs Bouncy Castle
     * ({@code org.bouncycastle:bcpkix-jdk18on}) on the class path.
     *
     * @param directory the log's folder
     * @param vkey the line that {@link TrafficLog#vkey} gave; empty for the one in the folder
     * @param kept a signed note that was kept elsewhere, or null
     * @param certificates a PEM file with the certificates of the authorities that are believed
     * @return what was found; the notes say which time is proven. Certificates that cannot be read are a verdict too
     */
    public static VerificationReport verify(Path directory, String vkey, @Nullable String kept, Path certificates) {
        if (!Files.isDirectory(directory)) {
            return verify(directory, vkey);
        }
        Storage storage = new DiskStorage(directory);
        try {
            VerifierKey key = vkey.isBlank() ? LogIdentity.verifier(storage) : VerifierKey.parse(vkey);
            if (key == null) {
                return verify(storage, vkey, kept);
            }
            // First the stamps, so that whatever a running writer has stamped is in what is read after them.
            TimeStamps stamps = TimeStamps.read(storage, key, TimeStampAuthority.certificates(certificates));
            Damage damage = stamps.contradiction();
            VerificationReport report = verify(storage, vkey, kept);
            return stamps.added(damage == null ? report : report.tampered(damage));
        } catch (IOException | UncheckedIOException e) {
            return VerificationReport.unreadable("cannot check the time-stamps of " + directory + " (" + e + ")");
        } catch (NoClassDefFoundError e) {
            return VerificationReport.unreadable("cannot check time-stamps without Bouncy Castle; put bcpkix-jdk18on,"
                    + " bcutil-jdk18on and bcprov-jdk18on on the class path");
        }
    }

    /**
     * Checks an export of records, as {@link TrafficLog#export} made it: who signed it, that nothing in it was changed, that every
     * record is in its log, and that every open personal part is the one that its record commits to. Needs nothing but the folder.
     *
     * @param folder the export's folder
     * @param vkeys the public keys of the logs that were kept elsewhere; empty for those that the export names
     * @return what was found; {@code size} is how many records it should hold, {@code coveredSize} how many are proven
     */
    public static VerificationReport verifyExport(Path folder, List<String> vkeys) {
        if (!Files.isRegularFile(folder.resolve(LogExport.MANIFEST))) {
            return VerificationReport.unreadable("found no file " + LogExport.MANIFEST + " in " + folder
                    + "; give the folder of an export of a traffic log");
        }
        try {
            return new ExportCheck(folder, vkeys).run();
        } catch (IOException | UncheckedIOException e) {
            return VerificationReport.unreadable(
                    "cannot read " + folder + " (" + e + "); check the rights and the disk");
        }
    }

    static VerificationReport verify(Storage storage, String vkey) {
        return verify(storage, vkey, null);
    }

    static VerificationReport verify(Storage storage, String vkey, @Nullable String kept) {
        try {
            VerifierKey lying = LogIdentity.verifier(storage);
            VerifierKey key = vkey.isBlank() ? lying : VerifierKey.parse(vkey);
            if (key == null) {
                String where = vkey.isBlank() ? "the file vkey of " + storage.place() : "the given text";
                return VerificationReport.unreadable("found no verifier key in " + where
                        + ", expected <origin>+<8 digits>+<base64>; put it back from the printed key");
            }
            Checkpoint earlier = kept == null ? null : key.checkpoint(kept.getBytes(StandardCharsets.UTF_8), true);
            if (kept != null && earlier == null) {
                return VerificationReport.unreadable("the kept checkpoint is no signed note of " + key.name()
                        + " by this key; give a file as a sink or the file checkpoint had it, and the key of then");
            }
            Verification verification = new Verification(storage, key, earlier);
            if (lying == null || !lying.text().equals(key.text())) {
                verification.uncovered("the file vkey in the folder does not hold the given key");
            }
            return verification.run();
        } catch (IOException | UncheckedIOException e) {
            String message = "cannot read " + storage.place() + " (" + e + "); check the rights and the disk";
            return VerificationReport.unreadable(message);
        }
    }
}

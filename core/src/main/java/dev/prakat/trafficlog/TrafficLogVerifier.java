package dev.prakat.trafficlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

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

    static VerificationReport verify(Storage storage, String vkey) {
        try {
            VerifierKey lying = LogIdentity.verifier(storage);
            VerifierKey key = vkey.isBlank() ? lying : VerifierKey.parse(vkey);
            if (key == null) {
                String where = vkey.isBlank() ? "the file vkey of " + storage.place() : "the given text";
                return VerificationReport.unreadable("found no verifier key in " + where
                        + ", expected <origin>+<8 digits>+<base64>; put it back from the printed key");
            }
            Verification verification = new Verification(storage, key);
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

package dev.prakat.trafficlog;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which log a folder holds: its name and its keys. A log is made once; its last part, the epoch, is the second of that in UTC, so
 * that a log made anew in an emptied folder has another name.
 */
record LogIdentity(VerifierKey verifier, SigningKey signing, LogKeys keys) {

    static final String VKEY = "vkey";

    private static final DateTimeFormatter EPOCH =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    String origin() {
        return verifier.name();
    }

    /**
     * Reads the public key that lies in the folder.
     *
     * @return the key, or null if there is no file or no key in it
     */
    static @Nullable VerifierKey verifier(Storage storage) throws IOException {
        return storage.exists(VKEY)
                ? VerifierKey.parse(new String(storage.readAll(VKEY), StandardCharsets.UTF_8))
                : null;
    }

    static LogIdentity open(Storage storage, TrafficLogSettings settings) throws IOException {
        if (!storage.exists(VKEY)) {
            return create(storage, settings);
        }
        VerifierKey verifier = verifier(storage);
        if (verifier == null) {
            throw refused(
                    storage, "found no key in the file vkey. Put the file back from a copy or from the printed key.");
        }
        if (!verifier.name().startsWith(prefix(settings))) {
            throw refused(
                    storage,
                    "found the log " + verifier.name() + ", expected one that begins with " + prefix(settings)
                            + ". Give the host and the node that it was made with, or another folder.");
        }
        LogKeys keys = LogKeys.open(storage, settings.keys());
        SigningKey signing = keys.signing();
        if (!verifier.isKey(signing.publicKey())) {
            throw refused(
                    storage,
                    "the file vkey holds another key than keys/signing. One of them was exchanged: compare vkey with the printed"
                            + " key, and keep the folder.");
        }
        return new LogIdentity(verifier, signing, keys);
    }

    private static LogIdentity create(Storage storage, TrafficLogSettings settings) throws IOException {
        if (storage.exists(SignedState.HISTORY)
                || storage.exists(SignedState.CHECKPOINT)
                || !storage.list(LogScan.FOLDER).isEmpty()) {
            throw refused(
                    storage,
                    "it is CORRUPT: the file vkey is missing, but a log was written here. Keep the folder, and put vkey back from a"
                            + " copy or go on with a new log (--node NAME).");
        }
        LogKeys keys = LogKeys.create(storage, settings.keys());
        SigningKey signing = keys.signing();
        try {
            String origin = prefix(settings) + EPOCH.format(settings.clock().instant());
            VerifierKey verifier = VerifierKey.of(origin, signing.publicKey());
            storage.replace(VKEY, (verifier.text() + "\n").getBytes(StandardCharsets.UTF_8));
            return new LogIdentity(verifier, signing, keys);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is not available", e);
        }
    }

    private static String prefix(TrafficLogSettings settings) {
        return settings.host() + "/tlog/" + settings.node() + "/";
    }

    private static PrakatException refused(Storage storage, String why) {
        return new PrakatException(ProblemCode.TRAFFIC_LOG, "traffic log " + storage.place() + ": " + why);
    }
}

package dev.prakat.trafficlog;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;

/** The folder for bytes that are no part of the log any more, so that nothing goes without a trace. One thread. */
final class Quarantine {

    private static final String FOLDER = "quarantine";
    private static final String TEMPORARY = FOLDER + "/copy.tmp";

    private final Storage storage;

    Quarantine(Storage storage) {
        this.storage = storage;
    }

    /**
     * What was put aside.
     *
     * @param file where it came from
     * @param offset the first of its bytes there
     * @param length how many bytes
     * @param sha256 their hash, which is part of the copy's name
     */
    record Notice(String file, long offset, long length, String sha256) {}

    /** Copies the end of a file, durably; the caller cuts it off. Copying the same again gives the same file. */
    Notice keep(String file, long offset) throws IOException {
        storage.createFolder(FOLDER);
        MessageDigest digest = Hashes.sha256();
        long length = 0;
        try (InputStream in = storage.read(file);
                Storage.File copy = storage.open(TEMPORARY)) {
            copy.truncate(0);
            in.skipNBytes(offset);
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                copy.write(length, ByteBuffer.wrap(buffer, 0, read));
                length += read;
            }
            copy.force();
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        String name = file.substring(file.lastIndexOf('/') + 1);
        storage.rename(TEMPORARY, FOLDER + "/" + name + "-" + offset + "-" + hash);
        storage.forceFolder(FOLDER);
        return new Notice(file, offset, length, hash);
    }
}

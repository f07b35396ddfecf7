package dev.prakat.seal;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.KeyProvider;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Wraps the keys that seal personal details with a key in a file, where the host gives no key provider of its own. The file is
 * made at the first use, readable by its owner only. It keeps a copy of the database from being read, no more: who has file and
 * database has everything. Thread-safe.
 */
public final class SealKeyFile implements KeyProvider {

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final String CIPHER = "AES/GCM/NoPadding";

    private final Path file;
    private final SecureRandom random = new SecureRandom();

    /**
     * Names the file; nothing is read or made yet.
     *
     * @param file the file
     */
    public SealKeyFile(Path file) {
        this.file = file;
    }

    @Override
    public byte[] wrap(byte[] key) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, made()).doFinal(key);
            byte[] all = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE, sealed.length);
            return all;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-256-GCM is not available", e);
        }
    }

    @Override
    public byte[] unwrap(byte[] wrapped) {
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(wrapped, NONCE), read())
                    .doFinal(wrapped, NONCE, wrapped.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("wrapped by another key than that of " + file + ", or changed", e);
        }
    }

    private static Cipher cipher(int mode, byte[] nonce, byte[] key) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        return cipher;
    }

    private byte[] made() {
        if (!Files.exists(file)) {
            byte[] key = new byte[Seal.KEY];
            random.nextBytes(key);
            try {
                create();
                Files.write(file, key, StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException e) {
                return read();
            } catch (IOException e) {
                throw broken("made", e);
            }
        }
        return read();
    }

    private void create() throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }

    private byte[] read() {
        try {
            byte[] key = Files.readAllBytes(file);
            if (key.length != Seal.KEY) {
                throw new IOException("found " + key.length + " bytes, expected " + Seal.KEY);
            }
            return key;
        } catch (IOException e) {
            throw broken("read", e);
        }
    }

    private PrakatException broken(String verb, IOException e) {
        return new PrakatException(
                ProblemCode.BROKEN,
                "key file " + file + " cannot be " + verb + " (" + e
                        + "); without it no personal detail is sealed or"
                        + " opened. Restore it from the backup, or give PrakatBuilder.keys.",
                e);
    }
}

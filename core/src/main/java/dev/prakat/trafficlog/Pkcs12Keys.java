package dev.prakat.trafficlog;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.KeyProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Wraps the keys of a traffic log with AES-256 keys of a PKCS#12 file, which lies elsewhere than the log. The newest of them wraps;
 * each unwraps what it wrapped, so {@link #rotate} followed by {@link TrafficLog#rewrap} exchanges the key without a gap. A wrapped
 * key is {@code 1 || length of the alias || alias || nonce (12) || AES-256-GCM}. Thread-safe; holds the keys in memory.
 *
 * <p>{@code keytool -genseckey -keyalg AES -keysize 256 -storetype PKCS12 -keystore FILE -alias prakat-0001} makes such a file too.
 * Source: S001-R30
 */
public final class Pkcs12Keys implements KeyProvider {

    private static final String TYPE = "PKCS12";
    private static final String PREFIX = "prakat-";
    private static final Pattern ALIAS = Pattern.compile(PREFIX + "[0-9]{4}");
    private static final byte VERSION = 1;
    private static final int HEADER = 2 + PREFIX.length() + 4;

    private final Path file;
    private final Supplier<char[]> password;
    private volatile NavigableMap<String, LocalKeyFile> keys;

    private Pkcs12Keys(Path file, Supplier<char[]> password, NavigableMap<String, LocalKeyFile> keys) {
        this.file = file;
        this.password = password;
        this.keys = keys;
    }

    /**
     * Reads a file.
     *
     * @param file the PKCS#12 file; its keys are named {@code prakat-0001} and so on
     * @param password gives its password each time it is needed; what it gives is overwritten after use
     * @return the keys
     * @throws PrakatException {@link ProblemCode#CONFIGURATION} if there is no such file, the password is wrong, or it holds no AES key
     *     of 256 bits of such a name
     */
    public static Pkcs12Keys open(Path file, Supplier<char[]> password) {
        return new Pkcs12Keys(file, password, with(file, password, store -> read(file, store, password)));
    }

    /**
     * Makes a file with one new key, readable by its owner only.
     *
     * @param file the file; must not exist
     * @param password gives the password for it; what it gives is overwritten after use
     * @return the keys
     * @throws PrakatException {@link ProblemCode#CONFIGURATION} if the file exists or cannot be written, or the password has other
     *     characters than printable ASCII
     */
    public static Pkcs12Keys create(Path file, Supplier<char[]> password) {
        if (Files.exists(file)) {
            throw problem(file, "it exists already, expected a new file. Open it, or give another name", null);
        }
        write(file, password, null, PREFIX + "0001");
        return open(file, password);
    }

    /**
     * Adds a new key, which wraps from now on. The earlier ones stay for what they wrapped: call {@link TrafficLog#rewrap} on every
     * log with this file, then remove them with {@code keytool -delete}.
     *
     * @return the name of the new key
     * @throws PrakatException {@link ProblemCode#CONFIGURATION} if the file cannot be read or written; nothing is changed then
     */
    public synchronized String rotate() {
        int last = Integer.parseInt(keys.lastKey().substring(PREFIX.length()));
        String next = String.format(Locale.ROOT, "%s%04d", PREFIX, last + 1);
        with(file, password, store -> {
            write(file, password, store, next);
            return next;
        });
        keys = with(file, password, store -> read(file, store, password));
        return next;
    }

    /**
     * The names of the keys.
     *
     * @return the names, the one that wraps last
     */
    public Set<String> names() {
        return Collections.unmodifiableSet(keys.keySet());
    }

    @Override
    public byte[] wrap(byte[] key) {
        Map.Entry<String, LocalKeyFile> newest = keys.lastEntry();
        byte[] wrapped = newest.getValue().wrap(key);
        return ByteBuffer.allocate(HEADER + wrapped.length)
                .put(VERSION)
                .put((byte) newest.getKey().length())
                .put(newest.getKey().getBytes(StandardCharsets.US_ASCII))
                .put(wrapped)
                .array();
    }

    @Override
    public byte[] unwrap(byte[] wrapped) {
        if (wrapped.length <= HEADER || wrapped[0] != VERSION || wrapped[1] != HEADER - 2) {
            throw new IllegalArgumentException("not wrapped by a key of a PKCS#12 file");
        }
        String alias = new String(wrapped, 2, HEADER - 2, StandardCharsets.US_ASCII);
        LocalKeyFile key = keys.get(alias);
        if (key == null) {
            throw new IllegalArgumentException(
                    "wrapped by the key " + (ALIAS.matcher(alias).matches() ? alias : "of an unknown name") + ", but "
                            + file + " holds only " + keys.keySet() + "; put that key back from a copy of the file");
        }
        return key.unwrap(Arrays.copyOfRange(wrapped, HEADER, wrapped.length));
    }

    private interface Work<T> {
        T on(KeyStore store) throws IOException, GeneralSecurityException;
    }

    private static <T> T with(Path file, Supplier<char[]> password, Work<T> work) {
        char[] opening = password.get();
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance(TYPE);
            store.load(in, opening);
            return work.on(store);
        } catch (IOException | GeneralSecurityException e) {
            boolean wrong = e.getCause() instanceof GeneralSecurityException;
            throw problem(
                    file, wrong ? "the password does not open it" : "it cannot be read or written (" + e + ")", e);
        } finally {
            Arrays.fill(opening, '\0');
        }
    }

    private static NavigableMap<String, LocalKeyFile> read(Path file, KeyStore store, Supplier<char[]> password)
            throws GeneralSecurityException {
        NavigableMap<String, LocalKeyFile> found = new TreeMap<>();
        char[] opening = password.get();
        try {
            for (String alias : Collections.list(store.aliases())) {
                Key key = ALIAS.matcher(alias).matches() ? store.getKey(alias, opening) : null;
                byte[] bytes = key instanceof SecretKey ? key.getEncoded() : null;
                if (bytes != null && bytes.length == LocalKeyFile.KEY) {
                    found.put(alias, new LocalKeyFile(bytes));
                    Arrays.fill(bytes, (byte) 0);
                }
            }
        } finally {
            Arrays.fill(opening, '\0');
        }
        if (found.isEmpty()) {
            throw problem(
                    file,
                    "found " + store.size() + " entries, none of them an AES key of 256 bits named prakat-0001 or so",
                    null);
        }
        return found;
    }

    /** The file with one more key, in its place as a whole or not at all. */
    private static void write(Path file, Supplier<char[]> password, @Nullable KeyStore before, String alias) {
        char[] opening = ascii(file, password.get());
        Path fresh = file.resolveSibling(file.getFileName() + ".tmp");
        try {
            KeyStore store = before;
            if (store == null) {
                store = KeyStore.getInstance(TYPE);
                store.load(null, opening);
            }
            byte[] key = new byte[LocalKeyFile.KEY];
            new SecureRandom().nextBytes(key);
            store.setEntry(
                    alias,
                    new KeyStore.SecretKeyEntry(new SecretKeySpec(key, "AES")),
                    new KeyStore.PasswordProtection(opening));
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, DiskStorage.permissions(fresh, "rw-------"));
            try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel)) {
                store.store(out, opening);
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | GeneralSecurityException e) {
            throw problem(file, "it cannot be written (" + e + ")", e);
        } finally {
            Arrays.fill(opening, '\0');
        }
    }

    /** Java's PKCS#12 takes no other letters, and says so in a way that nobody understands. */
    private static char[] ascii(Path file, char[] password) {
        for (char each : password) {
            if (each < ' ' || each > '~') {
                Arrays.fill(password, '\0');
                throw problem(
                        file,
                        "found a letter in its password that is not of ASCII, expected the letters, digits and signs of an"
                                + " English keyboard. Choose another password",
                        null);
            }
        }
        return password;
    }

    private static PrakatException problem(Path file, String what, @Nullable Exception cause) {
        String message = "PKCS#12 file " + file + ": " + what + ". Check the path and the password; without its key the"
                + " personal parts of the log cannot be opened, and the log not be written.";
        return cause == null
                ? new PrakatException(ProblemCode.CONFIGURATION, message)
                : new PrakatException(ProblemCode.CONFIGURATION, message, cause);
    }
}

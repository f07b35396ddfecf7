package dev.prakat.trafficlog;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.KeyProvider;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.time.chrono.ThaiBuddhistDate;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The folder {@code keys}: the key that signs, the agency's key for pseudonyms, a key for each Bangkok day; all wrapped by the
 * key provider. Thread-safe.
 */
final class LogKeys {

    private static final String FOLDER = "keys";
    private static final String SIGNING = FOLDER + "/signing";
    private static final String AGENCY = FOLDER + "/agency";
    private static final String LOCAL = FOLDER + "/local";
    private static final Pattern DAY = Pattern.compile("(2[4-9][0-9]{2})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])");
    private static final int BUDDHIST = 543;
    private static final int FEW_DAYS = 8;

    private final Storage storage;
    private final SecureRandom random = new SecureRandom();
    private final KeyProvider provider;
    private final ConcurrentHashMap<LocalDate, SecretKeySpec> days = new ConcurrentHashMap<>();

    private LogKeys(Storage storage, KeyProvider provider) {
        this.storage = storage;
        this.provider = provider;
    }

    /** The keys of an existing log, with the given provider or the key file beside the keys. */
    static LogKeys open(Storage storage, @Nullable KeyProvider provider) throws IOException {
        return new LogKeys(storage, provider != null ? provider : local(storage));
    }

    /** Makes the keys of a new log, over what an unfinished earlier try may have left. */
    static LogKeys create(Storage storage, @Nullable KeyProvider provider) throws IOException {
        storage.createFolder(FOLDER);
        if (provider == null) {
            byte[] local = new byte[LocalKeyFile.KEY];
            new SecureRandom().nextBytes(local);
            storage.replace(LOCAL, local);
        }
        LogKeys keys = open(storage, provider);
        keys.create();
        return keys;
    }

    private void create() throws IOException {
        try {
            write(SIGNING, SigningKey.generate());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Ed25519 is not available", e);
        }
        write(AGENCY, fresh());
    }

    SigningKey signing() throws IOException {
        try {
            return SigningKey.of(read(SIGNING));
        } catch (GeneralSecurityException e) {
            throw broken(storage, SIGNING, e);
        }
    }

    /** The key of the pseudonyms. */
    SecretKeySpec agency() throws IOException {
        return new SecretKeySpec(read(AGENCY), "HmacSHA256");
    }

    /** The key that seals the records of a day in Bangkok; made and stored at its first use. */
    SecretKeySpec day(LocalDate day) {
        SecretKeySpec known = days.get(day);
        return known != null ? known : loadDay(day);
    }

    /** The key of a day that has one, for opening what was sealed; null when it was destroyed or never made. */
    @Nullable
    SecretKeySpec existing(LocalDate day) {
        return storage.exists(name(day)) ? day(day) : null;
    }

    /** The days that have a key, oldest first. */
    List<LocalDate> days() throws IOException {
        List<LocalDate> found = new ArrayList<>();
        for (String name : storage.list(FOLDER)) {
            Matcher date = DAY.matcher(name);
            if (date.matches()) {
                int year = Integer.parseInt(date.group(1)) - BUDDHIST;
                found.add(LocalDate.of(year, Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3))));
            }
        }
        return found;
    }

    /**
     * Wraps every key anew, with another provider or another key of the same one, and changes nothing yet.
     *
     * @param next wraps them; must unwrap what it wrapped
     * @return the files and what is to be in them
     */
    synchronized Map<String, byte[]> wrapped(KeyProvider next) throws IOException {
        List<String> all = new ArrayList<>();
        for (String name : storage.list(FOLDER)) {
            String path = FOLDER + "/" + name;
            if (path.equals(SIGNING) || path.equals(AGENCY) || DAY.matcher(name).matches()) {
                all.add(path);
            }
        }
        // All are read before the first is written: one that cannot be read must not leave the others behind.
        List<byte[]> keys = new ArrayList<>();
        for (String path : all) {
            keys.add(read(path));
        }
        Map<String, byte[]> anew = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            byte[] key = keys.get(i);
            byte[] wrapped = asked(all.get(i), () -> next.wrap(key));
            byte[] again = asked(all.get(i), () -> next.unwrap(wrapped));
            if (!Arrays.equals(key, again)) {
                throw broken(
                        storage, all.get(i), new IOException("the new provider does not give back what it wrapped"));
            }
            anew.put(all.get(i), wrapped);
        }
        return anew;
    }

    /**
     * Puts keys that {@link #wrapped} gave in the place of those that are there. Each file is replaced whole, so a stop between two of
     * them leaves keys of both; going on with both and beginning again ends it.
     */
    synchronized void replace(Map<String, byte[]> anew) throws IOException {
        for (Map.Entry<String, byte[]> each : anew.entrySet()) {
            storage.replace(each.getKey(), each.getValue());
        }
    }

    /** Removes the key file that lay beside the keys, once another provider has wrapped them all. */
    void forgetLocal() throws IOException {
        if (storage.exists(LOCAL)) {
            try (Storage.File file = storage.open(LOCAL)) {
                file.write(0, ByteBuffer.wrap(new byte[Math.toIntExact(storage.size(LOCAL))]));
                file.force();
            }
            storage.delete(LOCAL);
            storage.forceFolder(FOLDER);
        }
    }

    /** Destroys a day's key: what was sealed under it can be read by nobody any more. Overwritten first, then removed. */
    synchronized void destroy(LocalDate day) throws IOException {
        String name = name(day);
        days.remove(day);
        if (storage.exists(name)) {
            try (Storage.File file = storage.open(name)) {
                file.write(0, ByteBuffer.wrap(new byte[Math.toIntExact(storage.size(name))]));
                file.force();
            }
            storage.delete(name);
            storage.forceFolder(FOLDER);
        }
    }

    /** The name of a day's key: the date in the Buddhist era. */
    static String name(LocalDate day) {
        int year = ThaiBuddhistDate.from(day).get(ChronoField.YEAR_OF_ERA);
        return String.format(Locale.ROOT, "%s/%04d-%02d-%02d", FOLDER, year, day.getMonthValue(), day.getDayOfMonth());
    }

    byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    private synchronized SecretKeySpec loadDay(LocalDate day) {
        SecretKeySpec known = days.get(day);
        if (known != null) {
            return known;
        }
        if (days.size() > FEW_DAYS) {
            days.clear();
        }
        String name = name(day);
        // An interrupt of the caller would close the file that is being written.
        boolean interrupted = Thread.interrupted();
        try {
            if (!storage.exists(name)) {
                write(name, fresh());
            }
            SecretKeySpec key = new SecretKeySpec(read(name), "AES");
            days.put(day, key);
            return key;
        } catch (IOException e) {
            throw broken(storage, name, e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static KeyProvider local(Storage storage) throws IOException {
        byte[] key = storage.exists(LOCAL) ? storage.readAll(LOCAL) : new byte[0];
        if (key.length != LocalKeyFile.KEY) {
            throw broken(
                    storage, LOCAL, new IOException("found " + key.length + " bytes, expected " + LocalKeyFile.KEY));
        }
        return new LocalKeyFile(key);
    }

    private void write(String name, byte[] key) throws IOException {
        byte[] wrapped = asked(name, () -> provider.wrap(key));
        storage.replace(name, wrapped);
    }

    private byte[] read(String name) throws IOException {
        byte[] wrapped = storage.readAll(name);
        return asked(name, () -> provider.unwrap(wrapped));
    }

    /** Asks the provider, which is the host's code and may throw anything. */
    private byte[] asked(String name, Supplier<byte[]> question) {
        try {
            return question.get();
        } catch (RuntimeException e) {
            throw broken(storage, name, e);
        }
    }

    private byte[] fresh() {
        return random(LocalKeyFile.KEY);
    }

    private static PrakatException broken(Storage storage, String name, Exception cause) {
        String message =
                "traffic log " + storage.place() + ": the key file " + name + " cannot be used (" + cause.getMessage()
                        + "); expected one that the configured key provider wrapped. Give the provider that the log was made with, or"
                        + " put the file back from a copy.";
        return new PrakatException(ProblemCode.TRAFFIC_LOG, message, cause);
    }
}

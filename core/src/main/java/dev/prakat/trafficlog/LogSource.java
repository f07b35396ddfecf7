package dev.prakat.trafficlog;

import dev.prakat.spi.KeyProvider;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The records of one log that a query asks for, in their order, up to what is signed. One thread. */
final class LogSource implements Closeable {

    private final Storage storage;
    private final LogQuery query;
    private final LogCursor cursor;
    private final TrafficLogProver.Signed signed;
    private final @Nullable LogKeys keys;
    private final @Nullable String pseudonym;
    private final @Nullable Sealer sealer;

    /**
     * @param provider wraps the keys; used only when a person or personal parts are asked for
     * @param limit the index behind the last record that is wanted; what is not signed is left out in any case
     * @throws IOException if the log cannot be read, or a person is asked for and the keys are not there
     */
    LogSource(Storage storage, LogQuery query, @Nullable KeyProvider provider, long limit) throws IOException {
        this.storage = storage;
        this.query = query;
        this.signed = TrafficLogProver.signed(storage, 0);
        this.cursor =
                new LogCursor(storage, 0, Math.min(limit, signed.checkpoint().size()));
        String user = query.user();
        boolean person = user != null && !user.startsWith(Pseudonyms.SYSTEM);
        this.keys = person || query.ground() != null ? LogKeys.open(storage, provider) : null;
        this.pseudonym = keys == null || user == null ? user : new Pseudonyms(keys.agency()).of(user);
        this.sealer = query.ground() == null || keys == null ? null : new Sealer(origin(), keys);
    }

    String origin() {
        return signed.key().name();
    }

    /** The newest checkpoint when the log was looked at, with its key. */
    TrafficLogProver.Signed signed() {
        return signed;
    }

    Storage storage() {
        return storage;
    }

    /** The next record that is asked for, or null. */
    @Nullable
    LogRecord next() throws IOException {
        for (RawRecord raw = cursor.next(); raw != null; raw = cursor.next()) {
            StoredRecord record = StoredRecord.parse(raw);
            Instant at = record == null ? null : record.at();
            Instant happened = record == null ? null : record.happened();
            if (record != null && at != null && happened != null && asked(record, happened)) {
                String text = new String(raw.buffer(), raw.pubAt(), raw.pubLength(), StandardCharsets.UTF_8);
                byte[] open = opened(raw, record, happened);
                return open == null
                        ? new LogRecord(origin(), raw.index(), at, text, null, null)
                        : new LogRecord(origin(), raw.index(), at, text, personal(open), salt(open));
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        cursor.close();
    }

    private boolean asked(StoredRecord record, Instant happened) {
        return query.isAt(happened)
                && (query.item() == null || isAbout(record.subject, query.item()))
                && (pseudonym == null || pseudonym.equals(record.actor));
    }

    /** A request that an adapter sends for several items names each of them. */
    private static boolean isAbout(@Nullable String subject, String item) {
        return subject != null
                && (subject.equals(item)
                        || Arrays.asList(subject.split(",", -1)).contains(item));
    }

    /** Salt and personal part, or null when they are not to be opened or the day's key is destroyed. */
    private byte @Nullable [] opened(RawRecord raw, StoredRecord record, Instant happened) throws IOException {
        LocalDate day = LocalDate.ofInstant(happened, RecordWriter.BANGKOK);
        SecretKeySpec key = sealer == null || keys == null || raw.sealedLength() == 0 ? null : keys.existing(day);
        if (sealer == null || key == null) {
            return null;
        }
        int from = raw.sealedAt();
        try {
            return sealer.unseal(
                    day, String.valueOf(record.id), Arrays.copyOfRange(raw.buffer(), from, from + raw.sealedLength()));
        } catch (GeneralSecurityException e) {
            throw new IOException("the sealed part of record " + raw.index() + " does not open; verify the log", e);
        }
    }

    private static String personal(byte[] open) {
        return new String(open, Sealer.SALT, open.length - Sealer.SALT, StandardCharsets.UTF_8);
    }

    private static String salt(byte[] open) {
        return Base64.getEncoder().encodeToString(Arrays.copyOf(open, Sealer.SALT));
    }
}

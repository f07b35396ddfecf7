package dev.prakat.trafficlog;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * What a line of an access log is known by when it comes again, in another file or at another place of it. Made with the key of its
 * day: when that is destroyed nobody can try out any more whose line it was. One thread.
 */
final class RepeatKeys {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 16;

    private final LogKeys keys;
    private final byte[] site;
    private @Nullable LocalDate day;
    private @Nullable Mac mac;

    RepeatKeys(LogKeys keys, String site) {
        this.keys = keys;
        this.site = (site + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The key of a line, 16 bytes. */
    byte[] of(LocalDate lineDay, byte[] line) {
        Mac ready = mac;
        if (ready == null || !lineDay.equals(day)) {
            ready = mac(keys.day(lineDay));
            mac = ready;
            day = lineDay;
        }
        ready.update(site);
        return Arrays.copyOf(ready.doFinal(line), LENGTH);
    }

    /** The key as a record has it: with the number of the times that the file had the same line before. */
    static String text(byte[] key, int before) {
        return HexFormat.of().formatHex(key) + "/" + before;
    }

    /** The part of the key that is held in memory. */
    static long number(byte[] key) {
        return ByteBuffer.wrap(key).getLong();
    }

    /** Notes what a record has. Of a text that no record of ours has nothing is noted. */
    static void note(String text, LineCounts counts) {
        int slash = text.indexOf('/');
        try {
            if (slash == 2 * LENGTH) {
                byte[] key = HexFormat.of().parseHex(text, 0, slash);
                counts.recorded(number(key), Math.addExact(Integer.parseInt(text, slash + 1, text.length(), 10), 1));
            }
        } catch (IllegalArgumentException | ArithmeticException e) {
            // Written by somebody else; the line is then imported as if it were not there.
        }
    }

    /** The day key seals; for another use a key is made from it. */
    private static Mac mac(SecretKey dayKey) {
        try {
            Mac making = Mac.getInstance(ALGORITHM);
            making.init(new SecretKeySpec(dayKey.getEncoded(), ALGORITHM));
            byte[] own = making.doFinal("prakat repeat key v1".getBytes(StandardCharsets.US_ASCII));
            Mac made = Mac.getInstance(ALGORITHM);
            made.init(new SecretKeySpec(own, ALGORITHM));
            return made;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is not available", e);
        }
    }
}

package dev.prakat.trafficlog;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The names that officers have in public parts: always the same one in one log, and only the agency's key leads back. Thread-safe. */
final class Pseudonyms {

    static final String SYSTEM = "system:";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 16;

    private final SecretKeySpec agency;

    Pseudonyms(SecretKeySpec agency) {
        this.agency = agency;
    }

    /** A part of Prakat under its own name, a person under a name that only the agency's key can give back. */
    String of(String officer) {
        if (officer.startsWith(SYSTEM)) {
            return officer;
        }
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(agency);
            byte[] whole = mac.doFinal(officer.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(whole, LENGTH));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is not available", e);
        }
    }
}

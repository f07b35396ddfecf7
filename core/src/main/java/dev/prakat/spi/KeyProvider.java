package dev.prakat.spi;

/** Wraps and unwraps the day keys that seal personal data in the traffic log: a PKCS#12 file, an HSM. Thread-safe. */
public interface KeyProvider {

    /**
     * Wraps a day key.
     *
     * @param key the key; not kept
     * @return the wrapped form, safe to store
     */
    byte[] wrap(byte[] key);

    /**
     * Unwraps a day key.
     *
     * @param wrapped what {@link #wrap} gave
     * @return the key; the caller overwrites it after use
     * @throws IllegalArgumentException if it was wrapped by another key or was changed
     */
    byte[] unwrap(byte[] wrapped);
}

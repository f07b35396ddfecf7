package dev.prakat.spi;

/** Hands out secrets when they are needed, so that no object keeps one. Thread-safe. */
@FunctionalInterface
public interface CredentialProvider {

    /**
     * Hands out a secret.
     *
     * @param name what it is for, for example a target's name
     * @return a fresh copy of the secret; the caller overwrites it after use
     * @throws java.util.NoSuchElementException if there is none by this name
     */
    char[] secret(String name);
}

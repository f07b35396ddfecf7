package dev.prakat.testkit;

/** The honest website that a {@link HostileWeb} stands in front of: a map in memory, a folder, another server. Thread-safe. */
@FunctionalInterface
public interface Origin {

    /**
     * Answers as it is.
     *
     * @param request what is asked
     * @return the answer; a missing address is one with status 404
     */
    WebAnswer answer(WebRequest request);
}

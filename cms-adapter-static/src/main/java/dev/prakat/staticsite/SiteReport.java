package dev.prakat.staticsite;

import java.util.List;

/**
 * What {@link StaticSiteTarget#verify()} found. Immutable.
 *
 * @param files how many files should be there
 * @param findings what is not as it was written, by path; empty when all is well
 */
public record SiteReport(long files, List<Finding> findings) {

    /** Copies the list. */
    public SiteReport {
        findings = List.copyOf(findings);
    }

    /** What is wrong with a path. */
    public enum Kind {
        /** The bytes are not those that were written. */
        MODIFIED,
        /** The file is not there. */
        MISSING,
        /** The site did not write it; it is served all the same. */
        UNKNOWN,
        /** A symbolic link or something else stands where a file should. */
        NOT_A_FILE,
        /** Others may do with the file what they may not do with most others, or the web server may not read it. */
        PERMISSIONS,
        /** It could not be read, so nobody knows. */
        UNREADABLE,
        /** A change was interrupted; the next one mends it. */
        INTERRUPTED
    }

    /**
     * One finding.
     *
     * @param kind what is wrong
     * @param path the path below the docroot, with forward slashes
     * @param message what was found and what was expected
     */
    public record Finding(Kind kind, String path, String message) {}
}

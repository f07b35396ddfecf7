package dev.prakat.spi;

import org.jspecify.annotations.Nullable;

/**
 * An action as the traffic log records it before it happens. Immutable. Never carries a body, a password, a cookie or a
 * header that authenticates.
 *
 * @param kind what kind of action
 * @param service the type of service: {@code api}, {@code https}, {@code http}, {@code file}
 * @param command the method or operation ({@code item.submit}, {@code GET}, {@code write})
 * @param destination the host and port or the mount that it goes to, or a code that begins with {@code na:}
 * @param path the object's path or address without secret parts, or a code that begins with {@code na:}
 * @param subject the item or placement it is about, the keys with commas between them when it is about several, or null
 * @param sha256 the hash of what is sent or written, 64 hexadecimal digits, or null
 * @param bytes how many bytes will be sent or written, or -1 when that is not known yet
 * @param why the rule, order or reason, or null Source: S001-R30
 */
public record TrafficEntry(
        Kind kind,
        String service,
        String command,
        String destination,
        String path,
        @Nullable String subject,
        @Nullable String sha256,
        long bytes,
        @Nullable String why) {

    /** What kind of action it is. */
    public enum Kind {
        /** A command of an officer or of the system on Prakat itself. */
        COMMAND,
        /** A request to another machine. */
        HTTP_OUT,
        /** A request of a visitor to a web server, taken from that server's access log. */
        HTTP_IN,
        /** A file that is created or replaced. */
        FILE_WRITE,
        /** A file that is removed. */
        FILE_REMOVE
    }

    /**
     * A command on Prakat itself.
     *
     * @param command its name, for example {@code item.submit}
     * @param subject what it is about, or null when that does not exist yet
     * @return the entry
     */
    public static TrafficEntry command(String command, @Nullable String subject) {
        return new TrafficEntry(
                Kind.COMMAND, "api", command, "na:in-process", "na:in-process", subject, null, -1, null);
    }

    /**
     * A file that is about to be created or replaced.
     *
     * @param mount the root of the site, as an address a person recognises
     * @param path the path below it, with forward slashes
     * @param subject the item it belongs to, or null for a page of the whole site
     * @param sha256 the hash of the new bytes
     * @param bytes their number
     * @return the entry
     */
    public static TrafficEntry fileWrite(
            String mount, String path, @Nullable String subject, String sha256, long bytes) {
        return new TrafficEntry(Kind.FILE_WRITE, "file", "write", mount, path, subject, sha256, bytes, null);
    }

    /**
     * A file that is about to be removed.
     *
     * @param mount the root of the site, as an address a person recognises
     * @param path the path below it, with forward slashes
     * @param subject the item it belongs to, or null for a page of the whole site
     * @return the entry
     */
    public static TrafficEntry fileRemove(String mount, String path, @Nullable String subject) {
        return new TrafficEntry(Kind.FILE_REMOVE, "file", "remove", mount, path, subject, null, 0, null);
    }
}

package dev.prakat.wordpress;

import dev.prakat.spi.TargetAmbiguous;
import dev.prakat.spi.TargetException;
import dev.prakat.spi.TargetRefused;
import dev.prakat.spi.TargetUnavailable;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What kinds of failure there are, how each is recognised, and what to do after it. */
enum Failure {
    /** Nothing was sent. */
    CONNECT(Next.LATER, "nobody answered; see whether the website runs and the address is right"),
    /** Nobody can say whether it was done. */
    AMBIGUOUS(Next.FIND_OUT, "it may have been done; the next try looks first"),
    /** The site is being updated. */
    MAINTENANCE(Next.LATER, "the website says that it is being worked on"),
    /** We ask too often. */
    THROTTLED(Next.LATER, "the website asks to be left alone for a while"),
    /** We are not logged in. */
    AUTH(
            Next.NEVER,
            "the account or its application password is not accepted, or the web server drops the Authorization header; "
                    + "run 'target check'"),
    /** We are logged in and may not. */
    FORBIDDEN(Next.NEVER, "the account lacks a right; give it the role of docs/how-to/connect-wordpress.md"),
    /** Something in front of WordPress does not let us through. */
    BLOCKED(
            Next.NEVER,
            "something in front of WordPress, such as a firewall, refused; let the account's requests through"),
    /** WordPress does not take what was sent. */
    INVALID(Next.NEVER, "WordPress does not take what was sent"),
    /** A file is not taken. */
    UPLOAD_REFUSED(Next.NEVER, "WordPress does not take this file: its type, its name or its size"),
    /** WordPress cannot store it, now or later. */
    SERVER_PERMANENT(Next.NEVER, "the database of WordPress does not take it"),
    /** It is not there, or not there any more. */
    GONE(Next.NEVER, "it is not there any more"),
    /** Another address is named instead. */
    REDIRECT(
            Next.NEVER,
            "redirects are not followed with a password; configure the address that the site calls its own");

    private enum Next {
        LATER,
        FIND_OUT,
        NEVER
    }

    private static final Set<String> GONE_CODES =
            Set.of("rest_post_invalid_id", "rest_already_trashed", "rest_term_invalid");
    private static final Set<String> UPLOAD_CODES = Set.of(
            "rest_upload_sideload_error",
            "rest_upload_unknown_error",
            "rest_upload_no_content_disposition",
            "rest_upload_hash_mismatch",
            "rest_upload_no_data");

    private final Next next;
    private final String advice;

    Failure(Next next, String advice) {
        this.next = next;
        this.advice = advice;
    }

    /** What went wrong with an answer that is not a success. */
    static Failure of(Reply reply) {
        String code = reply.code();
        int status = reply.status();
        if (UPLOAD_CODES.contains(code) || status == 413) {
            return UPLOAD_REFUSED;
        }
        if (GONE_CODES.contains(code)) {
            return GONE;
        }
        return switch (status) {
            case 401 -> AUTH;
            case 403 ->
                !code.isEmpty() ? FORBIDDEN : reply.header("Retry-After").isPresent() ? THROTTLED : BLOCKED;
            case 429 -> THROTTLED;
            case 503 -> reply.header("Retry-After").isPresent() ? MAINTENANCE : AMBIGUOUS;
            case 500 -> code.equals("db_insert_error") ? SERVER_PERMANENT : AMBIGUOUS;
            case 501 -> INVALID;
            default ->
                status >= 500
                        ? AMBIGUOUS
                        : status >= 400 ? (code.isEmpty() ? BLOCKED : INVALID) : status >= 300 ? REDIRECT : AMBIGUOUS;
        };
    }

    /** Whether nothing was done, because of what the request was or how it was said: another way may get through. */
    boolean isRefusal() {
        return this == BLOCKED || this == FORBIDDEN || this == INVALID || this == UPLOAD_REFUSED;
    }

    static Failure of(Unanswered none) {
        return none.sent() ? AMBIGUOUS : CONNECT;
    }

    /**
     * The exception that tells the sweep what to do.
     *
     * @param what which site, what was tried, what was found
     * @param changes whether the request would have changed something; a look that failed changed nothing
     */
    TargetException exception(String what, boolean changes, @Nullable Reply reply, @Nullable Throwable cause) {
        String message = what + " (" + name() + "): " + advice;
        return switch (next) {
            case NEVER -> new TargetRefused(message, cause);
            case LATER ->
                new TargetUnavailable(
                        message,
                        reply == null
                                ? null
                                : reply.retryAfter(reply.date().orElse(Instant.EPOCH))
                                        .orElse(null),
                        cause);
            case FIND_OUT ->
                changes ? new TargetAmbiguous(message, cause) : new TargetUnavailable(message, null, cause);
        };
    }
}

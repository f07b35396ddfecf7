package dev.prakat.spi;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The mark that tells what a public page is, so that a stranger's page is never mistaken for ours. It stands in the page as
 * {@code <meta name="prakat" content="...">} or in a comment; a listing or a feed carries the one of each item that it
 * names. No secret.
 *
 * @param item the item's key
 * @param state what the page says of it
 * @param revisionHash the hash of the revision shown; null exactly when none is
 */
public record Marker(String item, State state, @Nullable String revisionHash) {

    private static final Pattern FORM =
            Pattern.compile("prakat:1:([0-9a-z-]{4,40}):(present|withdrawn|gone)(?::([0-9a-f]{64}))?(?![0-9a-f:])");

    /** What a page says of an item. */
    public enum State {
        /** A revision is public. */
        PRESENT,
        /** A revision is readable under a banner. */
        WITHDRAWN,
        /** Only the notice is left. */
        GONE
    }

    /**
     * Checks that a revision is named exactly when one is shown.
     *
     * @throws IllegalArgumentException if it is not
     */
    public Marker {
        if ((state == State.GONE) != (revisionHash == null)) {
            throw new IllegalArgumentException("marker of " + item + ": found state " + state + " with revision "
                    + revisionHash + ", expected a revision exactly where one is shown");
        }
    }

    /**
     * The mark as it stands in a page.
     *
     * @return for example {@code prakat:1:261122-k3f9q2x7mh:gone}
     */
    public String text() {
        String head = "prakat:1:" + item + ":" + state.name().toLowerCase(Locale.ROOT);
        return revisionHash == null ? head : head + ":" + revisionHash;
    }

    /**
     * Finds the mark of an item that shows the most: {@link State#PRESENT} before {@link State#WITHDRAWN} before {@link
     * State#GONE}, and the first of those. A page that carries the notice beside what it should have replaced is public.
     *
     * @param text a page, a feed
     * @param item the item's key
     * @return the mark, or empty when the text has none of this item
     */
    public static Optional<Marker> find(String text, String item) {
        Matcher matcher = FORM.matcher(text);
        Marker most = null;
        while (matcher.find()) {
            if (matcher.group(1).equals(item)) {
                State state = State.valueOf(matcher.group(2).toUpperCase(Locale.ROOT));
                String hash = matcher.group(3);
                boolean whole = (state == State.GONE) == (hash == null);
                if (whole && (most == null || state.compareTo(most.state) < 0)) {
                    most = new Marker(item, state, hash);
                }
            }
        }
        return Optional.ofNullable(most);
    }
}

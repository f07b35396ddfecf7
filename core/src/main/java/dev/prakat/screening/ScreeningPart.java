package dev.prakat.screening;

import java.util.List;

/**
 * One part of what is to be public. Immutable. It does not print its text.
 *
 * @param place what findings call it, for example {@code body} or {@code attachment 'list.pdf'}
 * @param form how it is written
 * @param text the part itself
 */
public record ScreeningPart(String place, Form form, String text) {

    /** How a part is written. */
    public enum Form {
        /** Plain text, a file name, the text of an attachment. */
        TEXT,
        /** HTML: its text, and its attributes. */
        HTML,
        /** An address with its escapes. */
        LINK
    }

    /** The part as patterns want it. */
    List<NormalText> normal() {
        return switch (form) {
            case TEXT -> List.of(NormalText.of(text));
            case HTML -> HtmlText.of(text);
            case LINK -> List.of(LinkText.of(text));
        };
    }

    @Override
    public String toString() {
        return place + " (" + form + ", " + text.length() + " characters)";
    }
}

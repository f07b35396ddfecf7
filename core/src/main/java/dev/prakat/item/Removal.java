package dev.prakat.item;

/**
 * Something that cleaning took out of what an author wrote, or changed in it. Immutable.
 *
 * @param kind what kind of thing it was
 * @param found the thing, shortened, for example {@code <a href="javascript:…">} or {@code U+202E}
 * @param place the element in which it stood first ({@code p}, {@code td}, {@code body} …), or the name of a plain text
 *     ({@code title}, {@code summary}, {@code remark} …)
 * @param near the first words of that place, by which a reader finds it; empty when it has none
 * @param times how often the same thing was found, from 1
 */
public record Removal(Kind kind, String found, String place, String near, int times) {

    /** What kind of thing was taken out. */
    public enum Kind {
        /** An element; its text stays. */
        ELEMENT,
        /** An element with everything in it, because that runs, loads or is no text. */
        ELEMENT_AND_CONTENT,
        /** An attribute that runs when something happens. */
        EVENT_HANDLER,
        /** Another attribute. */
        ATTRIBUTE,
        /** An address of a kind that is not let through, or that leads nowhere from another page. */
        ADDRESS,
        /** A comment. */
        COMMENT,
        /** An element with nothing in it. */
        EMPTY,
        /** Characters that nobody sees or that change the order of others. */
        CHARACTER,
        /** An element that stands for another one now. */
        REPLACED,
        /** More was taken out than is listed. */
        MORE
    }

    /**
     * The removal on one line, in English.
     *
     * @return kind, thing, place and number
     */
    public String line() {
        return kind + ": " + found + " in " + place + (near.isEmpty() ? "" : " \"" + near + "\"")
                + (times == 1 ? "" : " (" + times + " times)");
    }
}

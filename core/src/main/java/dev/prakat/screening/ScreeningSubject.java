package dev.prakat.screening;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Everything of one item that is to be public, part by part. Immutable, safe for use by many threads. It does not print its texts. */
public final class ScreeningSubject {

    private final List<ScreeningPart> parts;
    private final Map<String, UnscreenableReason> unscreenable;

    private ScreeningSubject(Builder builder) {
        this.parts = List.copyOf(builder.parts);
        this.unscreenable = new LinkedHashMap<>(builder.unscreenable);
    }

    /**
     * Begins a subject without parts.
     *
     * @return a builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the parts in the order in which they were given} */
    public List<ScreeningPart> parts() {
        return parts;
    }

    /** Why files could not be read, by the place that findings name. */
    Map<String, UnscreenableReason> unscreenable() {
        return unscreenable;
    }

    /**
     * What a waiver is bound to beside the place of a finding: it changes with every character of every part.
     *
     * @return the SHA-256 of all parts with their places, 64 hexadecimal digits
     */
    public String hash() {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        for (ScreeningPart part : parts) {
            byte[] text = part.text().getBytes(StandardCharsets.UTF_8);
            digest.update(
                    (part.place() + "\n" + part.form() + "\n" + text.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(text);
        }
        unscreenable.forEach(
                (place, reason) -> digest.update((place + "\n" + reason + "\n").getBytes(StandardCharsets.UTF_8)));
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public String toString() {
        return parts + " " + unscreenable;
    }

    /** Collects the parts of a subject. Not safe for use by many threads. Empty parts are left out. */
    public static final class Builder {

        private final List<ScreeningPart> parts = new ArrayList<>();
        private final Map<String, UnscreenableReason> unscreenable = new LinkedHashMap<>();

        private Builder() {}

        /**
         * Adds plain text.
         *
         * @param place what findings call it, for example {@code title}
         * @param text the text
         * @return this
         */
        public Builder text(String place, String text) {
            return part(place, ScreeningPart.Form.TEXT, text);
        }

        /**
         * Adds HTML: its text, and what its attributes say.
         *
         * @param place what findings call it, for example {@code body}
         * @param html the HTML as it will be public
         * @return this
         */
        public Builder html(String place, String html) {
            return part(place, ScreeningPart.Form.HTML, html);
        }

        /**
         * Adds the target of a link.
         *
         * @param place what findings call it, for example {@code link}
         * @param link the address, escaped or not
         * @return this
         */
        public Builder link(String place, String link) {
            return part(place, ScreeningPart.Form.LINK, link);
        }

        /**
         * Adds a file: its name, and what came out of it.
         *
         * @param name the file's name
         * @param content what {@link AttachmentText} found in it
         * @return this
         */
        public Builder attachment(String name, Extracted content) {
            String place = "attachment '" + name + "'";
            text(place + ", name", name);
            text(place, content.text());
            content.reason().ifPresent(reason -> unscreenable.put(place, reason));
            return this;
        }

        /**
         * Ends the subject.
         *
         * @return a subject with what was added
         */
        public ScreeningSubject build() {
            return new ScreeningSubject(this);
        }

        private Builder part(String place, ScreeningPart.Form form, String text) {
            if (!text.isEmpty()) {
                parts.add(new ScreeningPart(place, form, text));
            }
            return this;
        }
    }
}

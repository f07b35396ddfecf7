package dev.prakat.staticsite;

import dev.prakat.spi.Marker;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A page that a theme is tried on, and what must be on it. Who makes it says so bit by bit; after that it is only read. */
final class ThemeSample {

    /**
     * Something that must be on a page.
     *
     * @param what what it is, in words that are the same on every page
     * @param value how it reads on this page
     */
    record Needed(String what, String value) {}

    private final String template;
    private final String what;
    private final Supplier<byte[]> page;
    private final List<Needed> texts = new ArrayList<>();
    private final List<Needed> links = new ArrayList<>();
    private @Nullable Marker mark;
    private String listed = "";
    private boolean hidden;

    /**
     * Begins one.
     *
     * @param template the template that makes it
     * @param what what is on it, for a finding
     * @param page renders it; throws what the template is to blame for
     */
    ThemeSample(String template, String what, Supplier<byte[]> page) {
        this.template = template;
        this.what = what;
        this.page = page;
    }

    /** A text that readers must find. */
    ThemeSample text(String called, String value) {
        texts.add(new Needed(called, value));
        return this;
    }

    /** An address that the page must link to. */
    ThemeSample link(String called, String href) {
        links.add(new Needed(called, href));
        return this;
    }

    /** The mark that the page must carry. */
    ThemeSample mark(Marker marker) {
        mark = marker;
        return this;
    }

    /** The item that the page must list. */
    ThemeSample listing(String item) {
        listed = item;
        return this;
    }

    /** Search engines must stay away from the page. */
    ThemeSample hide() {
        hidden = true;
        return this;
    }

    String template() {
        return template;
    }

    String what() {
        return what;
    }

    byte[] render() {
        return page.get();
    }

    List<Needed> texts() {
        return texts;
    }

    List<Needed> links() {
        return links;
    }

    @Nullable
    Marker mark() {
        return mark;
    }

    /** The item that the page must list, or empty. */
    String listed() {
        return listed;
    }

    boolean hidden() {
        return hidden;
    }
}

package dev.prakat.testkit;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What a website answers to one request, or what happens instead of an answer. Immutable. */
public final class WebAnswer {

    /** What happens to the answer on its way. */
    public enum Fault {
        /** It arrives whole. */
        NONE,
        /** Nobody listens. */
        REFUSED,
        /** Somebody listens who speaks another protocol, as a port for TLS does to plain text, and an expired certificate to TLS. */
        GARBLED,
        /** Not a byte comes before the asker loses patience. */
        SILENT,
        /** Head and some of the body come, then nothing more. */
        SLOW,
        /** The head promises more bytes than come before the connection ends. */
        CUT
    }

    private final int status;
    private final SortedMap<String, String> headers;
    private final byte[] body;
    private final Fault fault;

    private WebAnswer(int status, Map<String, String> headers, byte[] body, Fault fault) {
        this.status = status;
        SortedMap<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        this.headers = Collections.unmodifiableSortedMap(copy);
        this.body = body.clone();
        this.fault = fault;
    }

    /**
     * An HTML page.
     *
     * @param status the status
     * @param html the page
     * @return the answer
     */
    public static WebAnswer html(int status, String html) {
        return new WebAnswer(
                status,
                Map.of("Content-Type", "text/html; charset=utf-8"),
                html.getBytes(StandardCharsets.UTF_8),
                Fault.NONE);
    }

    /**
     * Any answer.
     *
     * @param status the status
     * @param headers its headers; where a name has several values, one of them
     * @param body its bytes, copied
     * @return the answer
     */
    public static WebAnswer of(int status, Map<String, String> headers, byte[] body) {
        return new WebAnswer(status, headers, body, Fault.NONE);
    }

    /**
     * No answer at all.
     *
     * @param fault what happens instead
     * @return the answer
     */
    public static WebAnswer fault(Fault fault) {
        return new WebAnswer(0, Map.of(), new byte[0], fault);
    }

    /**
     * The status.
     *
     * @return for example 404; 0 when there is no answer
     */
    public int status() {
        return status;
    }

    /**
     * The headers.
     *
     * @return name and value; names in any case are the same
     */
    public SortedMap<String, String> headers() {
        return headers;
    }

    /**
     * One header.
     *
     * @param name its name, in any case
     * @return its value, if it is there
     */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /**
     * The bytes.
     *
     * @return a copy
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * The bytes as UTF-8.
     *
     * @return the text; empty when there is none
     */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /**
     * What happens to it on its way.
     *
     * @return {@link Fault#NONE} when it arrives whole
     */
    public Fault fault() {
        return fault;
    }

    /**
     * The same with another status.
     *
     * @param other the status
     * @return the answer
     */
    public WebAnswer withStatus(int other) {
        return new WebAnswer(other, headers, body, fault);
    }

    /**
     * The same with one header more, or another value of it.
     *
     * @param name its name
     * @param value its value
     * @return the answer
     */
    public WebAnswer with(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(headers);
        more.put(name, value);
        return new WebAnswer(status, more, body, fault);
    }

    /**
     * The same with another body.
     *
     * @param bytes the body, copied
     * @return the answer
     */
    public WebAnswer withBody(byte[] bytes) {
        return new WebAnswer(status, headers, bytes, fault);
    }

    /**
     * The same with another text.
     *
     * @param text the body, sent as UTF-8
     * @return the answer
     */
    public WebAnswer withText(String text) {
        return withBody(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The same, damaged on its way.
     *
     * @param damage what happens to it
     * @return the answer
     */
    public WebAnswer damaged(Fault damage) {
        return new WebAnswer(status, headers, body, damage);
    }

    @Override
    public String toString() {
        return status + " " + headers + ", " + body.length + " bytes, " + fault;
    }
}

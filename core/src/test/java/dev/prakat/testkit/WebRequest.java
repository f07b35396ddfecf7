package dev.prakat.testkit;

import java.net.URI;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What somebody asks a website. Immutable. */
public final class WebRequest {

    private final String method;
    private final String path;
    private final @Nullable String query;
    private final SortedMap<String, String> headers;
    private final byte[] body;

    /**
     * Creates a request.
     *
     * @param method {@code GET}, {@code POST} and so on
     * @param address the address; only its path and query count
     * @param headers its headers
     * @param body its bytes, copied; empty when there is none
     */
    public WebRequest(String method, URI address, Map<String, String> headers, byte[] body) {
        this.method = method;
        this.path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        this.query = address.getRawQuery();
        SortedMap<String, String> copy = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        copy.putAll(headers);
        this.headers = Collections.unmodifiableSortedMap(copy);
        this.body = body.clone();
    }

    /**
     * A look at an address, without anything that tells who looks.
     *
     * @param address the address
     * @return the request
     */
    public static WebRequest get(URI address) {
        return new WebRequest("GET", address, Map.of(), new byte[0]);
    }

    /**
     * The method.
     *
     * @return for example {@code GET}
     */
    public String method() {
        return method;
    }

    /**
     * The path as it stands in the address.
     *
     * @return begins with a slash
     */
    public String path() {
        return path;
    }

    /**
     * The query as it stands in the address.
     *
     * @return without the question mark, or null when there is none
     */
    public @Nullable String query() {
        return query;
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
     * The bytes.
     *
     * @return a copy
     */
    public byte[] body() {
        return body.clone();
    }

    /**
     * Path and query.
     *
     * @return for example {@code /d/x/?y=1}
     */
    public String target() {
        return query == null ? path : path + "?" + query;
    }
}

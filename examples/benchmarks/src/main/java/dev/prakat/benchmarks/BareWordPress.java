package dev.prakat.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/** A loop over the JDK's client: no check, no log, nothing that is tried again. One thread. */
final class BareWordPress {

    private static final String FIELDS =
            "_fields=id,slug,status,link,date_gmt,modified_gmt,title.raw,content.raw,excerpt.raw,categories,tags,"
                    + "featured_media,comment_status,ping_status";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI posts;
    private final String authorization;

    BareWordPress(URI site, String account, String password) {
        this.posts = site.resolve("wp-json/wp/v2/posts");
        byte[] pair = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /** One request, public at once. */
    void create(String key, String body) {
        post("", "publish", key, body);
    }

    /** The same four requests that Prakat makes of an item without files, one after the other. */
    void asPrakatDoes(String key, String body) {
        String list = "&context=edit&status=any,trash&per_page=100&" + FIELDS;
        send(HttpRequest.newBuilder(URI.create(posts + "?slug=" + key + ",draft-" + key + list)));
        send(HttpRequest.newBuilder(URI.create(posts + "?search=prakat:1:" + key + ":" + list)));
        long id = post("?" + FIELDS, "draft", "draft-" + key, body).path("id").asLong();
        post("/" + id + "?" + FIELDS, "publish", key, body);
    }

    private JsonNode post(String where, String status, String slug, String body) {
        try {
            String json =
                    MAPPER.writeValueAsString(Map.of("status", status, "slug", slug, "title", slug, "content", body));
            return send(HttpRequest.newBuilder(URI.create(posts + where))
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(json)));
        } catch (IOException e) {
            throw new IllegalStateException("texts could not be written as JSON", e);
        }
    }

    private JsonNode send(HttpRequest.Builder request) {
        try {
            HttpResponse<byte[]> answer = client.send(
                    request.header("Authorization", authorization).build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException("WordPress answered " + answer.statusCode());
            }
            return MAPPER.readTree(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException("WordPress did not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}

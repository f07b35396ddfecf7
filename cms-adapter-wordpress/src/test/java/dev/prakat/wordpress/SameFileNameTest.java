package dev.prakat.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.AttachmentContent;
import dev.prakat.spi.PublishableItem;
import dev.prakat.spi.Receipt;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.wordpress.site.Installed;
import dev.prakat.wordpress.site.NeedsWordPress;
import dev.prakat.wordpress.site.RealWordPress;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Two nodes send files of the same name to one WordPress at the same instant. WordPress looks whether a name is free and then takes it,
 * so that two which come together can get one file; what they are sent under must not let that happen. Left to chance they did not meet in
 * 24 tries, so a plugin holds each one that has its name until another has one too.
 */
@NeedsWordPress
final class SameFileNameTest {

    private static final int ROUNDS = Integer.getInteger("prakat.wordpressMeetings", 4);
    private static final String NAME = "ประกาศ เรื่อง รายชื่อ.txt";
    private static final String MEETING = """
            <?php
            add_filter('wp_unique_filename', function ($name) {
                $met = WP_CONTENT_DIR . '/met';
                file_put_contents($met, '.', FILE_APPEND | LOCK_EX);
                clearstatcache();
                $wanted = 2 * (int) ceil(filesize($met) / 2);
                $late = time() + 20;
                do {
                    usleep(500);
                    clearstatcache();
                } while (filesize($met) < $wanted && time() < $late);
                if (filesize($met) < $wanted) {
                    touch(WP_CONTENT_DIR . '/alone');
                }
                return $name;
            });
            """;

    private static RealWordPress real;
    private static Installed plugin;

    private final List<Scene> nodes = List.of(Scene.of(real), Scene.of(real));
    private final List<String> wrong = new ArrayList<>();

    @BeforeAll
    static void start() {
        real = RealWordPress.usual();
        Front.empty(real);
        plugin = real.installPlugin("meeting", MEETING);
    }

    @AfterAll
    static void stop() {
        plugin.close();
    }

    /** Of other bytes each item keeps its own; of the same bytes too, so that what one item loses the other keeps. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void eachItemHasAFileOfItsOwn(boolean sameBytes) throws Exception {
        Path content = real.root().resolve("wp-content");
        Files.deleteIfExists(content.resolve("met"));
        ExecutorService threads = Executors.newFixedThreadPool(nodes.size());
        try {
            for (int round = 1; round <= ROUNDS; round++) {
                meet(round, sameBytes, threads);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(content.resolve("met")).hasSize(2L * ROUNDS);
        assertThat(content.resolve("alone")).doesNotExist();
        System.out.println(
                "WordPress, two files of one name at once: " + ROUNDS + " meetings, " + wrong.size() + " faults");
        assertThat(wrong).isEmpty();
    }

    /** What readers see is the name alone. */
    @Test
    void thePageShowsTheNameThatReadersKnow() throws Exception {
        Path content = real.root().resolve("wp-content");
        Files.write(content.resolve("met"), new byte[] {'.'});
        Receipt live = nodes.get(0).publish(item("261127-meet-shown", "เนื้อหา"), 1);

        String page = address(live, Artefact.Kind.PAGE).toString();
        assertThat(real.send(real.request(page)).body()).contains(">" + NAME + "<");
        assertThat(address(live, Artefact.Kind.ATTACHMENT).toString()).matches(".*-[0-9a-f]{8}\\.txt");
    }

    private void meet(int round, boolean sameBytes, ExecutorService threads) throws Exception {
        List<PublishableItem> items = new ArrayList<>();
        List<Future<Receipt>> running = new ArrayList<>();
        for (int node = 0; node < nodes.size(); node++) {
            String id = String.format(Locale.ROOT, "261127-meet-%b%03d-%d", sameBytes, round, node);
            PublishableItem item = item(id, "เนื้อหา " + round + (sameBytes ? "" : " ของ " + id));
            Scene scene = nodes.get(node);
            Callable<Receipt> publish = () -> scene.publish(item, 1);
            items.add(item);
            running.add(threads.submit(publish));
        }
        List<URI> addresses = new ArrayList<>();
        for (Future<Receipt> each : running) {
            addresses.add(address(each.get(2, TimeUnit.MINUTES), Artefact.Kind.ATTACHMENT));
        }
        judge("round " + round, items.get(0), addresses.get(0));
        judge("round " + round, items.get(1), addresses.get(1));
        nodes.get(0).takeDown(items.get(0), TakeDownKind.GONE, 2, List.of());
        judge("round " + round + ", after the other one's take-down", items.get(1), addresses.get(1));
    }

    private void judge(String when, PublishableItem item, URI address) throws Exception {
        HttpResponse<byte[]> answer =
                real.client().send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
        AttachmentContent file = item.attachments().get(0);
        if (answer.statusCode() != 200 || !Hashes.sha256(answer.body()).equals(file.sha256())) {
            wrong.add(when + ": " + answer.statusCode() + " and not the bytes of " + item.id() + " at " + address);
        }
    }

    private static URI address(Receipt receipt, Artefact.Kind kind) {
        return receipt.artefacts().stream()
                .filter(artefact -> artefact.kind() == kind)
                .findFirst()
                .orElseThrow()
                .address();
    }

    private static PublishableItem item(String id, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        AttachmentContent file = new AttachmentContent(
                NAME, "text/plain", bytes.length, Hashes.sha256(text), () -> new ByteArrayInputStream(bytes));
        return Scene.item(id, "พบกัน " + id, "<p>" + id + "</p>", List.of(file));
    }
}

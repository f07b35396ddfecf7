package dev.prakat.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.prakat.spi.TargetRefused;
import dev.prakat.testkit.RecordingTrafficRecorder;
import dev.prakat.testkit.SampleItems;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A website that sends the adapter elsewhere gets no password there. */
final class CredentialsStayHomeTest {

    private final List<String> elsewhere = Collections.synchronizedList(new ArrayList<>());
    private HttpServer home;
    private HttpServer other;

    @BeforeEach
    void start() throws IOException {
        home = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            elsewhere.add(exchange.getRequestURI() + " "
                    + exchange.getRequestHeaders().getFirst("Authorization"));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        home.start();
        other.start();
    }

    @AfterEach
    void stop() {
        home.stop(0);
        other.stop(0);
    }

    @Test
    void anInterfaceOnAnotherWebsiteIsRefused() {
        answers("/", 200, "Link", "<" + address(other) + "wp-json/>; rel=\"https://api.w.org/\"");

        assertThatThrownBy(this::publish).isInstanceOf(TargetRefused.class).hasMessageContaining("another website");
        assertThat(elsewhere).isEmpty();
    }

    @Test
    void aRedirectIsNotFollowed() {
        answers("/", 200, "Link", "<" + address(home) + "wp-json/>; rel=\"https://api.w.org/\"");
        answers("/wp-json/", 307, "Location", address(other) + "wp-json/wp/v2/users/me");

        assertThatThrownBy(this::publish)
                .isInstanceOf(TargetRefused.class)
                .hasMessageContaining("REDIRECT")
                .hasMessageNotContainingAny("invented-password");
        assertThat(elsewhere).isEmpty();
    }

    private void answers(String path, int status, String header, String value) {
        home.createContext(path, exchange -> {
            exchange.getResponseHeaders().set(header, value);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    private void publish() {
        WordPressSite site =
                new WordPressSite(address(home), "prakat", "www", name -> "invented-password".toCharArray());
        try (WordPressTarget target = WordPressTarget.of(site)) {
            target.publish(SampleItems.publish(SampleItems.item("261126-home0001"), 1, new RecordingTrafficRecorder()));
        }
    }

    private static URI address(HttpServer server) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }
}

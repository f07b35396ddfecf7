package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.prakat.cli.CommandLineRun.Result;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A WordPress site beside the folder's own. What a real one does is shown by examples/wordpress/publish.sh. */
class TargetCommandsTest {

    private static final String PASSWORD = "not-a-real-password";

    @TempDir
    private Path folder;

    private CommandLineRun run;
    private Path password;

    @BeforeEach
    void begin() {
        run = new CommandLineRun(folder);
        password = run.file("password", "  " + PASSWORD + "\n");
    }

    @Test
    void whatIsWrongIsListedAtOnceAndNothingIsKept() throws IOException {
        Files.delete(password);
        Result refused = add("W P", "http://www.example.go.th/?a=b", " ");
        assertThat(refused.code()).isEqualTo(ExitCode.FINDING);
        assertThat(refused.err())
                .contains("plain http to www.example.go.th", "found a user, a query", "account")
                .contains("--name [prakat] found 'W P'", "--password-file [prakat] password file " + password);
        assertThat(run.data.resolve("websites")).doesNotExist();
    }

    @Test
    void withoutItsPasswordAWebsiteIsNotAdded() throws IOException {
        Files.delete(password);
        Result refused = add("wp", "http://127.0.0.1:1/", "publisher");
        assertThat(refused.code()).isEqualTo(ExitCode.FINDING);
        assertThat(refused.err()).contains("--password-file");
        Files.writeString(password, " \n");
        assertThat(add("wp", "http://127.0.0.1:1/", "publisher").code()).isEqualTo(ExitCode.FINDING);
    }

    @Test
    void theFoldersOwnNameIsTaken() {
        assertThat(add("www", "http://127.0.0.1:1/", "publisher").code()).isEqualTo(ExitCode.FINDING);
    }

    @Test
    void onlyThePathOfThePasswordIsKept() {
        assertThat(add("wp", "http://127.0.0.1:1", "publisher").code()).isEqualTo(ExitCode.DONE);
        assertThat(run.read("websites/wp.properties"))
                .contains("address=http://127.0.0.1:1/", "password-file=" + password)
                .doesNotContain(PASSWORD);
        assertThat(run.done("target", "list").out().lines())
                .containsExactly("www  static  http://localhost:8069/", "wp  wordpress  http://127.0.0.1:1/");
        assertThat(add("wp", "http://127.0.0.1:1/", "other").code()).isEqualTo(ExitCode.DONE);
        assertThat(add("wp", "http://127.0.0.1:2/", "other").err()).contains("stands for http://127.0.0.1:1/ already");
    }

    @Test
    void aFileThatOthersCanReadIsSaid() throws IOException {
        Files.setPosixFilePermissions(password, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(add("wp", "http://127.0.0.1:1/", "publisher").err()).contains("chmod 600");
        Files.setPosixFilePermissions(password, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        assertThat(add("wp", "http://127.0.0.1:1/", "publisher").err()).isEmpty();
    }

    /** It is really asked, and what was asked stands in the log, without the password. */
    @Test
    void aWebsiteThatIsNoWordPressIsFoundToBeNone() throws IOException {
        List<String> asked = new CopyOnWriteArrayList<>();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            byte[] page = "<html>no WordPress</html>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
        try {
            add("wp", "http://127.0.0.1:" + server.getAddress().getPort() + "/", "publisher");
            Result found = run.found("target", "check", "--json");
            assertThat(found.json().get(0).path("severity").asText()).isEqualTo("ERROR");
            assertThat(found.out()).doesNotContain(PASSWORD);
            assertThat(asked).isNotEmpty().allMatch(request -> !request.startsWith("POST"));
            assertThat(run.done("log", "verify").code()).isZero();
        } finally {
            server.stop(0);
        }
    }

    /** What a site answers, cut down to what is read; a real one is asked by the adapter's own tests. */
    private static final Map<String, String> ANSWERS = Map.of(
            "/", "<html>a site</html>",
            "/wp-json/", "{\"namespaces\": [\"wp/v2\"]}",
            "/wp-json/wp/v2/users/me", "{\"id\": 2}",
            "/wp-json/wp/v2/pages", "[]",
            "/wp-json/wp/v2/posts", """
            [{"link": "http://127.0.0.1/old/", "date_gmt": "2020-01-01T17:30:00", "modified_gmt": "2021-02-03T00:00:00",
              "title": {"rendered": "A &amp; B"}, "content": {"rendered": "x"}},
             {"link": "http://127.0.0.1/ours/", "date_gmt": "2020-01-01T17:30:00", "modified_gmt": "2021-02-03T00:00:00",
              "title": {"rendered": "C"}, "content": {"rendered": "<!-- prakat:1:261126-ours0001:gone -->"}}]
            """);

    @Test
    void whatIsOnAWebsitePastPrakatIsListed() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String page = ANSWERS.getOrDefault(exchange.getRequestURI().getPath(), "[]");
            exchange.sendResponseHeaders(200, page.getBytes(StandardCharsets.UTF_8).length);
            exchange.getResponseBody().write(page.getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        try {
            add("wp", "http://127.0.0.1:" + server.getAddress().getPort() + "/", "publisher");
            assertThat(run.found("target", "inventory", "--lang", "en").out())
                    .contains("wp: 1 posts and pages", "2020-01-02, changed 2021-02-03  http://127.0.0.1/old/  A & B")
                    .doesNotContain("/ours/");
            assertThat(run.found("target", "inventory", "--json")
                            .json()
                            .get(0)
                            .path("title")
                            .asText())
                    .isEqualTo("A & B");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aNameThatNobodyGaveIsNotFound() {
        assertThat(run.found("--staff", run.staff.toString(), "target", "check", "--name", "wp")
                        .err())
                .contains("wp", "target add wordpress");
    }

    private Result add(String name, String address, String account) {
        return run.run(
                "--staff",
                run.staff.toString(),
                "target",
                "add",
                "wordpress",
                "--name",
                name,
                "--address",
                address,
                "--account",
                account,
                "--password-file",
                password.toString(),
                "--lang",
                "en");
    }
}

package dev.prakat.wordpress.site;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/**
 * A WordPress site on the loopback address. {@link #usual()} and {@link #shared(Flavour)} give a site that all tests of the JVM
 * share, so a test makes its own posts and categories and looks at nothing else. Safe for threads.
 */
public final class RealWordPress implements AutoCloseable {

    /** The account of the adapter, with the least rights. */
    public static final String PUBLISHER = "publisher";

    /** An account that may more than an adapter should. */
    public static final String EDITOR = "editor";

    /** An account that may everything. */
    public static final String ADMIN = "admin";

    static final Path SCRIPT = Path.of("src/test/wordpress/site.sh").toAbsolutePath();
    private static final Map<Flavour, RealWordPress> SHARED = new HashMap<>();

    private final Path folder;
    private final URI baseUri;
    private final int port;
    private final String versions;
    private final Properties passwords = new Properties();
    private final HttpClient client;
    private final AtomicInteger snippets = new AtomicInteger();

    private RealWordPress(Path folder, int port, Flavour flavour, String said) throws IOException {
        this.folder = folder;
        this.port = port;
        this.versions = said;
        this.baseUri = URI.create((flavour.tls() ? "https" : "http") + "://127.0.0.1:" + port + "/");
        try (Reader accounts = Files.newBufferedReader(folder.resolve("accounts"), StandardCharsets.UTF_8)) {
            passwords.load(accounts);
        }
        HttpClient.Builder builder = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10));
        if (flavour.tls()) {
            builder.sslContext(trust());
        }
        client = builder.build();
    }

    /** {@return the shared site of the usual flavour} */
    public static RealWordPress usual() {
        return shared(Flavour.USUAL);
    }

    /** {@return the site of a flavour that all tests of the JVM share; started when the first one asks, ended with the JVM} */
    public static synchronized RealWordPress shared(Flavour flavour) {
        return SHARED.computeIfAbsent(flavour, RealWordPress::start);
    }

    /** {@return a new site, for a test that cannot share one} */
    public static RealWordPress start(Flavour flavour) {
        try {
            Path folder = Files.createTempDirectory("prakat-wp");
            int port = freePort();
            Map<String, String> environment = new HashMap<>(flavour.environment());
            environment.put("WATCH", Long.toString(ProcessHandle.current().pid()));
            environment.put("DATABASE", DatabaseServer.folder().toString());
            String said = Programs.run(
                    List.of("bash", SCRIPT.toString(), "start", folder.toString(), Integer.toString(port)),
                    environment);
            System.err.println(said + ", " + flavour);
            return new RealWordPress(folder, port, flavour, said);
        } catch (IOException e) {
            throw new IllegalStateException("no WordPress could be started", e);
        }
    }

    /** {@return the site's public address, with a slash at its end} */
    public URI baseUri() {
        return baseUri;
    }

    /** {@return the versions of WordPress, PHP and MariaDB and the name of the web server, for people} */
    public String versions() {
        return versions;
    }

    /** {@return the folder that the web server serves} */
    public Path root() {
        return folder.resolve("www");
    }

    /** {@return the certificate of a site with TLS, as PEM} */
    public Path certificate() {
        return folder.resolve("certificate.pem");
    }

    /** {@return trust in the site's certificate and no other} */
    public SSLContext trust() {
        return Trust.in(certificate());
    }

    /** Makes the cache in front forget everything. */
    public void emptyCache() {
        Programs.run(List.of("find", folder.resolve("cache").toString(), "-type", "f", "-delete"), Map.of());
    }

    /** {@return the application password of an account, 24 characters} */
    public String password(String account) {
        return Objects.requireNonNull(passwords.getProperty(account), account);
    }

    /** {@return the value of the header {@code Authorization} of an account} */
    public String authorization(String account) {
        byte[] pair = (account + ":" + password(account)).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    /**
     * Changes or reads the database by hand, behind WordPress's back.
     *
     * @return what was found: fields parted by tabs, a row a line
     */
    public String sql(String statement) {
        return DatabaseServer.sql("wp_" + port, statement);
    }

    /**
     * Runs PHP inside WordPress, with every right.
     *
     * @param code statements, without the opening tag
     * @return what it printed
     */
    public String php(String code) {
        Path file = folder.resolve("snippet" + snippets.incrementAndGet() + ".php");
        String host = baseUri.getAuthority();
        write(
                file,
                "<?php $_SERVER['HTTP_HOST'] = '" + host + "'; $_SERVER['REQUEST_URI'] = '/'; "
                        + "$_SERVER['REQUEST_METHOD'] = 'GET'; $_SERVER['SERVER_PROTOCOL'] = 'HTTP/1.1'; require '"
                        + root()
                        + "/wp-load.php';\n" + code);
        return Programs.run(List.of("php", file.toString()), Map.of());
    }

    /**
     * Puts a must-use plugin onto the site. It works from the next request on.
     *
     * @return takes the plugin away again
     */
    public Installed installPlugin(String name, String text) {
        Path file = root().resolve("wp-content/mu-plugins").resolve(name + ".php");
        write(file, text);
        return new Installed(file);
    }

    /** {@return the requests that the site has answered so far, in the order of their ends} */
    public List<Access> accessLog() {
        try {
            // The only worker writes the lines of everything that it answered before it answers this.
            Programs.run(List.of("curl", "-fsk", baseUri.resolve("harness-sync").toString()), Map.of());
            Path log = folder.resolve("access.log");
            return Files.exists(log)
                    ? Files.readAllLines(log, StandardCharsets.UTF_8).stream()
                            .map(Access::parse)
                            .toList()
                    : List.of();
        } catch (IOException e) {
            throw new IllegalStateException("no access log of " + baseUri, e);
        }
    }

    /** {@return a request to a path below the site's address, for instance {@code wp-json/wp/v2/posts}} */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(baseUri.resolve(path)).timeout(Duration.ofSeconds(60));
    }

    /** {@return the same, made by an account, with a JSON body} */
    public HttpRequest.Builder request(String path, String account) {
        return request(path).header("Authorization", authorization(account)).header("Content-Type", "application/json");
    }

    /** {@return a client that trusts the site's certificate, follows no redirect and keeps no cookie} */
    public HttpClient client() {
        return client;
    }

    /** {@return the answer to a request} */
    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + baseUri, e);
        }
    }

    /** Ends the web server. The database goes on for other sites. */
    public void stop() {
        Programs.run(List.of("bash", SCRIPT.toString(), "stop", folder.toString()), Map.of());
    }

    @Override
    public void close() {
        stop();
        Programs.run(List.of("rm", "-rf", folder.toString()), Map.of());
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("could not write " + file, e);
        }
    }
}

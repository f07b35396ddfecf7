package dev.prakat.staticsite;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Shows a static site on this machine only, for a first look, and for tests that prove over HTTP. Behaves as the shipped
 * snippets make nginx and Apache behave: everything below an item that is gone answers 410 with the notice, hidden files do not
 * exist. No server for the public. Sets the system property {@code sun.net.httpserver.nodelay} if nobody has. Has four threads of its own between {@link #start} and {@link #close}.
 */
public final class StaticSiteServer implements AutoCloseable {

    private static final Pattern ITEM = Pattern.compile("(d/([0-9a-z-]+))(?:/(.*))?");
    private static final String LOOKS = "style-src 'self'; img-src 'self' data:; font-src 'self'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";
    private static final String CSP = "default-src 'none'; " + LOOKS;
    /** For the one page that runs a script. */
    private static final String SEARCH_CSP = "default-src 'none'; script-src 'self'; connect-src 'self'; " + LOOKS;

    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    private final Path docroot;
    private final HttpServer server;
    private final ExecutorService threads;

    private StaticSiteServer(Path docroot, HttpServer server) {
        this.docroot = docroot;
        this.server = server;
        this.threads = Executors.newFixedThreadPool(4);
    }

    /**
     * Starts to serve a folder on the loopback address.
     *
     * @param docroot the folder; need not exist yet
     * @param port the port, or 0 for any that is free
     * @return the running server
     * @throws PrakatException with {@link ProblemCode#BROKEN} if the port cannot be had
     */
    public static StaticSiteServer start(Path docroot, int port) {
        // The JDK's server sends head and body in two packets; without this the second waits 40 ms for the first.
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            StaticSiteServer site =
                    new StaticSiteServer(docroot.toAbsolutePath().normalize(), server);
            server.setExecutor(site.threads);
            server.createContext("/", site::answer);
            server.start();
            return site;
        } catch (IOException e) {
            throw new PrakatException(
                    ProblemCode.BROKEN,
                    "site server: port " + port + " of the loopback address: found " + e.getMessage()
                            + ", expected a free port; give another one, or 0 for any",
                    e);
        }
    }

    /**
     * Where the site can be seen.
     *
     * @return for example {@code http://127.0.0.1:8080/}
     */
    public URI address() {
        InetSocketAddress address = server.getAddress();
        return URI.create("http://" + address.getAddress().getHostAddress() + ":" + address.getPort() + "/");
    }

    /** Stops at once. Safe to call twice. */
    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                exchange.sendResponseHeaders(405, -1);
                return;
            }
            String path = exchange.getRequestURI().getPath().substring(1);
            if (isHidden(path)) {
                send(exchange, 404, "404.html");
                return;
            }
            Matcher item = ITEM.matcher(path);
            Optional<URI> moved =
                    item.matches() && isPage(item.group(3)) ? Redirects.of(docroot, item.group(2)) : Optional.empty();
            if (moved.isPresent()) {
                exchange.getResponseHeaders().set("Location", moved.get().toString());
                exchange.sendResponseHeaders(301, -1);
            } else if (item.matches()
                    && Files.exists(docroot.resolve(item.group(1)).resolve(".gone"))) {
                send(exchange, 410, item.group(1) + "/index.html");
            } else if (Files.isDirectory(docroot.resolve(path)) && !path.isEmpty() && !path.endsWith("/")) {
                exchange.getResponseHeaders()
                        .set("Location", exchange.getRequestURI().getRawPath() + "/");
                exchange.sendResponseHeaders(301, -1);
            } else {
                String file = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
                boolean there = isServed(file);
                send(exchange, there ? 200 : 404, there ? file : "404.html");
            }
        }
    }

    private static boolean isPage(@Nullable String name) {
        return name != null && (name.isEmpty() || name.equals("index.html"));
    }

    /** Dot files, ways upwards, and names that no file of ours has. */
    private static boolean isHidden(String path) {
        if (path.indexOf('\0') >= 0 || path.indexOf('\\') >= 0) {
            return true;
        }
        for (String name : path.split("/", -1)) {
            if (name.startsWith(".") && !name.equals(".well-known")) {
                return true;
            }
        }
        return path.contains("//") || path.startsWith("/");
    }

    /** A regular file below the docroot, and no link that leads out of it. */
    private boolean isServed(String path) throws IOException {
        Path file = docroot.resolve(path);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && file.toRealPath().startsWith(docroot.toRealPath());
    }

    private void send(HttpExchange exchange, int status, String path) throws IOException {
        var headers = exchange.getResponseHeaders();
        boolean there = isServed(path);
        headers.set("Content-Type", there ? MediaTypes.ofPath(path) : "text/plain; charset=utf-8");
        headers.set("Content-Security-Policy", path.equals(SitePath.SEARCH) ? SEARCH_CSP : CSP);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set(
                "Cache-Control", path.startsWith(Theme.FOLDER) ? "public, max-age=31536000, immutable" : "no-cache");
        if (!there || exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        // The length is that of the bytes read: a rename meanwhile must not tear the answer.
        try (InputStream in = Files.newInputStream(docroot.resolve(path));
                OutputStream out = open(exchange, status)) {
            in.transferTo(out);
        }
    }

    private static OutputStream open(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, 0);
        return exchange.getResponseBody();
    }
}

package dev.prakat.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Serves a {@link HostileWeb} over HTTP on the loopback address, so that an adapter that looks over a network meets what the
 * behaviours do, cut bodies and closed ports too. An answer that is held back is held until the behaviour changes, a minute at
 * most. Thread-safe; has threads of its own between {@link #start} and {@link #close}.
 */
public final class HostileServer implements AutoCloseable {

    private static final long LONGEST_SECONDS = 60;

    private final HostileWeb web;
    private final InetSocketAddress socket;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private CountDownLatch held = new CountDownLatch(1);
    private @Nullable HttpServer server;
    private @Nullable GarbledPort garbled;
    private boolean closed;

    private HostileServer(HostileWeb web, InetSocketAddress socket) {
        this.web = web;
        this.socket = socket;
    }

    /**
     * Starts to serve, on a port that is free.
     *
     * @param web what to serve
     * @return the running server
     */
    public static HostileServer start(HostileWeb web) {
        // The JDK's server sends head and body in two packets; without this the second waits 40 ms for the first.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try {
            HttpServer first = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            HostileServer server = new HostileServer(web, first.getAddress());
            server.serve(first);
            web.onChange(server::change);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Where it is served.
     *
     * @return for example {@code http://127.0.0.1:8080/}
     */
    public URI address() {
        return URI.create("http://" + socket.getAddress().getHostAddress() + ":" + socket.getPort() + "/");
    }

    /** Stops at once. Safe to call twice. */
    @Override
    public synchronized void close() {
        closed = true;
        held.countDown();
        stop();
        threads.shutdownNow();
    }

    private void serve(HttpServer fresh) {
        fresh.setExecutor(threads);
        fresh.createContext("/", this::answer);
        fresh.start();
        server = fresh;
    }

    private void stop() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
        if (garbled != null) {
            garbled.close();
            garbled = null;
        }
    }

    /** Lets go of what is held, and opens or closes the port as the behaviour has it. */
    private synchronized void change() {
        if (closed) {
            return;
        }
        held.countDown();
        held = new CountDownLatch(1);
        HostileBehaviour now = web.behaviour().orElse(null);
        try {
            if (now == HostileBehaviour.CONNECTION_REFUSED) {
                stop();
            } else if (now == HostileBehaviour.TLS_FAULT) {
                stop();
                garbled = GarbledPort.open(socket);
            } else if (server == null) {
                stop();
                serve(HttpServer.create(socket, 0));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> headers = new TreeMap<>();
            exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
            WebAnswer answer = web.answer(new WebRequest(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI(),
                    headers,
                    exchange.getRequestBody().readAllBytes()));
            send(exchange, answer);
        }
    }

    private void send(HttpExchange exchange, WebAnswer answer) throws IOException {
        byte[] body = answer.body();
        switch (answer.fault()) {
            case NONE -> {
                head(exchange, answer, body.length);
                if (body.length > 0 && !exchange.getRequestMethod().equals("HEAD")) {
                    exchange.getResponseBody().write(body);
                }
            }
            case CUT -> {
                head(exchange, answer, body.length + 1_000);
                some(exchange, body);
            }
            case SLOW -> {
                head(exchange, answer, body.length + 1_000);
                some(exchange, body);
                hold();
            }
            case SILENT -> hold();
            case REFUSED, GARBLED -> {
                // The connection ends without a word; the port itself is seen to by change().
            }
        }
    }

    private static void head(HttpExchange exchange, WebAnswer answer, int length) throws IOException {
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        boolean bodiless = length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : length);
    }

    private static void some(HttpExchange exchange, byte[] body) throws IOException {
        OutputStream out = exchange.getResponseBody();
        out.write(body, 0, body.length / 2);
        out.flush();
    }

    private void hold() {
        CountDownLatch mine;
        synchronized (this) {
            mine = held;
        }
        try {
            mine.await(LONGEST_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

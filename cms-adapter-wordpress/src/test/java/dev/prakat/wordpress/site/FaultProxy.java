package dev.prakat.wordpress.site;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A bad network in front of a site on plain http: forwards every request and lets befall it what a plan says. One request a
 * connection, so that no client repeats one of its own accord. Safe for threads.
 */
public final class FaultProxy implements AutoCloseable {

    /** What a 503 and a 429 ask for, in seconds. */
    public static final int RETRY_AFTER = 1;

    private static final int TIMEOUT_MILLIS = 120_000;

    private final URI site;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "fault-proxy");
        thread.setDaemon(true);
        return thread;
    });
    private final List<Passed> passed = new ArrayList<>();
    private final Deque<Held> held = new ArrayDeque<>();
    private FaultPlan plan;
    private final int lateBy;

    /**
     * Opens one.
     *
     * @param site the site's address
     * @param plan what befalls each request
     * @param lateBy after how many further requests a late one reaches the site; 0: only when {@link #deliverLate()} says so
     */
    public FaultProxy(URI site, FaultPlan plan, int lateBy) throws IOException {
        this.site = site;
        this.plan = plan;
        this.lateBy = lateBy;
        this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** {@return the site's address through this proxy} */
    public URI baseUri() {
        return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/");
    }

    /** From now on another plan holds. */
    public synchronized void follow(FaultPlan other) {
        plan = other;
    }

    /** {@return what came through so far, in the order in which it came} */
    public synchronized List<Passed> passed() {
        return List.copyOf(passed);
    }

    /**
     * Lets the site have every late request now, and waits until it has carried them out.
     *
     * @return how many they were
     */
    public int deliverLate() {
        List<Held> due;
        synchronized (this) {
            due = List.copyOf(held);
            held.clear();
        }
        due.forEach(this::deliver);
        return due.size();
    }

    /** Ends it. Late requests that were not delivered never are. */
    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            client.setSoTimeout(TIMEOUT_MILLIS);
            RawMessage request = RawMessage.read(new BufferedInputStream(client.getInputStream()));
            List<Held> due = new ArrayList<>();
            Fault fault;
            synchronized (this) {
                long number = passed.size() + 1L;
                fault = plan.fate(number, request.method(), request.target());
                passed.add(new Passed(number, request.method(), request.target(), fault));
                while (lateBy > 0 && !held.isEmpty() && held.getFirst().number() + lateBy <= number) {
                    due.add(held.removeFirst());
                }
                if (fault == Fault.LATE) {
                    held.addLast(new Held(number, request));
                }
            }
            due.forEach(this::deliver);
            answer(client, request, fault);
        } catch (IOException e) {
            // The client went away, or the site did and the client sees its connection end: both are what this is for.
            return;
        }
    }

    private void answer(Socket client, RawMessage request, Fault fault) throws IOException {
        byte[] real = fault.reachesTheSite() ? forward(request) : new byte[0];
        switch (fault) {
            case NONE -> send(client, real, real.length);
            case HALF_ANSWER -> send(client, real, real.length - Math.max(1, bodyLength(real) / 2));
            case RESET_BEFORE, ANSWER_DROPPED, LATE -> client.setSoLinger(true, 0);
            case BAD_GATEWAY_AFTER -> page(client, "502 Bad Gateway", "");
            case UNAVAILABLE_BEFORE -> page(client, "503 Service Unavailable", "Retry-After: " + RETRY_AFTER + "\r\n");
            case TOO_MANY -> page(client, "429 Too Many Requests", "Retry-After: " + RETRY_AFTER + "\r\n");
        }
    }

    private void deliver(Held late) {
        try {
            forward(late.request());
        } catch (IOException e) {
            throw new IllegalStateException("the late " + late.request().lines().get(0) + " did not reach " + site, e);
        }
    }

    private byte[] forward(RawMessage request) throws IOException {
        try (Socket upstream = new Socket(site.getHost(), site.getPort())) {
            upstream.setSoTimeout(TIMEOUT_MILLIS);
            request.write(upstream.getOutputStream());
            return closing(upstream.getInputStream().readAllBytes());
        }
    }

    /** Says so in the answer that the connection ends with it: some servers do not, and clients would use it again. */
    private static byte[] closing(byte[] answer) {
        int line = new String(answer, StandardCharsets.ISO_8859_1).indexOf("\r\n") + 2;
        ByteArrayOutputStream out = new ByteArrayOutputStream(answer.length + 20);
        out.write(answer, 0, line);
        out.writeBytes("Connection: close\r\n".getBytes(StandardCharsets.ISO_8859_1));
        out.write(answer, line, answer.length - line);
        return out.toByteArray();
    }

    private static int bodyLength(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        return text.length() - (text.indexOf("\r\n\r\n") + 4);
    }

    private static void page(Socket client, String status, String headers) throws IOException {
        String body = "<html><head><title>" + status + "</title></head><body><h1>" + status + "</h1></body></html>";
        byte[] answer = ("HTTP/1.1 " + status + "\r\nContent-Type: text/html\r\n" + headers + "Content-Length: "
                        + body.length() + "\r\nConnection: close\r\n\r\n" + body)
                .getBytes(StandardCharsets.ISO_8859_1);
        send(client, answer, answer.length);
    }

    private static void send(Socket client, byte[] bytes, int length) throws IOException {
        client.getOutputStream().write(bytes, 0, length);
        client.getOutputStream().flush();
    }

    private record Held(long number, RawMessage request) {}
}

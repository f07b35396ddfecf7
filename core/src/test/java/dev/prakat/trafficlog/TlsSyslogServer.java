package dev.prakat.trafficlog;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A central log server of the tests: a real TLS socket with a certificate that keytool made, and the framing of RFC 5425. */
final class TlsSyslogServer implements AutoCloseable {

    static final String PASSWORD = "not-a-secret";

    /** The messages in the order in which they came. */
    final BlockingQueue<String> messages = new LinkedBlockingQueue<>();

    private final SSLServerSocket socket;
    private final AtomicReference<SSLSocket> current = new AtomicReference<>();

    /**
     * @param port 0 for any
     */
    TlsSyslogServer(Path keys, int port) throws Exception {
        KeyStore store = KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(port, 8, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "tls-syslog");
        thread.setDaemon(true);
        thread.start();
    }

    /** Makes a key with a certificate for a name, and writes the certificate beside it. */
    static Path keys(Path folder, String file, String name) throws IOException, InterruptedException {
        Path keys = folder.resolve(file + ".p12");
        keytool(List.of(
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name,
                "-ext",
                "san=dns:" + name,
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD));
        keytool(List.of(
                "-exportcert",
                "-rfc",
                "-alias",
                "server",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD,
                "-file",
                folder.resolve(file + ".pem").toString()));
        return keys;
    }

    int port() {
        return socket.getLocalPort();
    }

    /** Cuts the connection that is open now. */
    void cut() throws IOException {
        SSLSocket open = current.get();
        if (open != null) {
            open.close();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        cut();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                SSLSocket open = (SSLSocket) socket.accept();
                current.set(open);
                Thread thread = new Thread(() -> take(open), "tls-syslog-connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                // The server was closed.
                return;
            }
        }
    }

    private void take(SSLSocket open) {
        try (open;
                InputStream in = new BufferedInputStream(open.getInputStream())) {
            for (String next = frame(in); next != null; next = frame(in)) {
                messages.add(next);
            }
        } catch (IOException e) {
            // A client that does not trust us hangs up; the next one may.
            current.compareAndSet(open, null);
        }
    }

    private static String frame(InputStream in) throws IOException {
        int length = 0;
        for (int c = in.read(); c != ' '; c = in.read()) {
            if (c < 0) {
                return null;
            }
            if (c < '0' || c > '9') {
                throw new IOException("no length before a message");
            }
            length = 10 * length + c - '0';
        }
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    static void keytool(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(said);
        }
    }
}

package dev.prakat.trafficlog;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** An open way to a central log server: RFC 5424 messages, each behind its length in bytes (RFC 5425). One thread. */
final class SyslogConnection implements Closeable {

    private static final int MOST_BUFFERED = 1 << 16;

    private final SSLSocket socket;
    private final OutputStream out;
    private long bytes;

    private SyslogConnection(SSLSocket socket) throws IOException {
        this.socket = socket;
        this.out = new BufferedOutputStream(socket.getOutputStream(), MOST_BUFFERED);
    }

    /**
     * Connects and verifies the server.
     *
     * @throws IOException if it does not answer, or its certificate is not one of the right authority and name
     */
    static SyslogConnection to(SyslogServer server) throws IOException {
        int millis = Math.toIntExact(server.patience().toMillis());
        SSLSocketFactory factory = server.context().getSocketFactory();
        Socket plain = new Socket();
        try {
            plain.connect(new InetSocketAddress(server.host(), server.port()), millis);
            SSLSocket socket = (SSLSocket) factory.createSocket(plain, server.host(), server.port(), true);
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            parameters.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
            socket.setSSLParameters(parameters);
            socket.setSoTimeout(millis);
            socket.startHandshake();
            return new SyslogConnection(socket);
        } catch (IOException | RuntimeException e) {
            plain.close();
            throw e;
        }
    }

    void send(String message) throws IOException {
        byte[] text = message.getBytes(StandardCharsets.UTF_8);
        byte[] length = (text.length + " ").getBytes(StandardCharsets.US_ASCII);
        out.write(length);
        out.write(text);
        bytes += length.length + text.length;
    }

    /** How many bytes were sent so far, before TLS. */
    long bytes() {
        return bytes;
    }

    void flush() throws IOException {
        out.flush();
    }

    /** Whether the server has hung up, as far as this side can know without waiting for it. */
    boolean isGone() {
        try {
            socket.setSoTimeout(1);
            // A syslog server says nothing; the end of what it says is the end of the connection.
            return socket.getInputStream().read() < 0;
        } catch (SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}

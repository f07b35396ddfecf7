package dev.prakat.testkit;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** A port where somebody answers in another protocol: the alert with which a TLS server meets plain text. */
final class GarbledPort implements AutoCloseable {

    private static final byte[] ALERT = {0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x28};

    private final ServerSocket socket;
    private final Thread thread;

    private GarbledPort(ServerSocket socket) {
        this.socket = socket;
        this.thread = new Thread(this::run, "garbled port");
        thread.setDaemon(true);
    }

    static GarbledPort open(InetSocketAddress address) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.bind(address);
        GarbledPort port = new GarbledPort(socket);
        port.thread.start();
        return port;
    }

    private void run() {
        while (!socket.isClosed()) {
            try (Socket asker = socket.accept()) {
                asker.getOutputStream().write(ALERT);
            } catch (IOException e) {
                continue; // an asker that went, or our own end
            }
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
            thread.join();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

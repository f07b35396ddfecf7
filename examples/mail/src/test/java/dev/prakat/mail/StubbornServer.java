package dev.prakat.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A mail server that gives every receiver the same answer. */
final class StubbornServer implements AutoCloseable {

    private final ServerSocket socket;
    private final Thread thread;

    StubbornServer(String toReceivers) throws IOException {
        socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        thread = new Thread(() -> serve(toReceivers), "stubborn mail server");
        thread.start();
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve(String toReceivers) {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client, toReceivers);
            } catch (IOException e) {
                continue; // closed, or the client has gone
            }
        }
    }

    private static void talk(Socket client, String toReceivers) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        PrintWriter out = new PrintWriter(client.getOutputStream(), true, StandardCharsets.US_ASCII);
        out.print("220 stubborn.example\r\n");
        out.flush();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String verb = line.toUpperCase(Locale.ROOT);
            String answer = verb.startsWith("RCPT") ? toReceivers : verb.startsWith("QUIT") ? "221 bye" : "250 fine";
            out.print(answer + "\r\n");
            out.flush();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

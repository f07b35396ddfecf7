package dev.prakat.trafficlog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * A time-stamping authority that answers by RFC 3161 over HTTP. Its answers are believed by their signature, so HTTP without TLS will
 * do; nothing but a hash goes there. Immutable.
 *
 * @param address where it answers, http or https
 * @param certificates a PEM file with the certificates that may have issued its own, or with its own
 * @param patience how long a connection and an answer may take Source: S001-R30
 */
public record TimeStampAuthority(URI address, Path certificates, Duration patience) {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int LONGEST = 1 << 17;
    private static final int OK = 200;

    /**
     * An authority with ten seconds of patience.
     *
     * @param address where it answers, http or https
     * @param certificates a PEM file with the certificates that may have issued its own, or with its own
     * @return the authority
     */
    public static TimeStampAuthority of(URI address, Path certificates) {
        return new TimeStampAuthority(address, certificates, PATIENCE);
    }

    /** The certificates of a PEM file. */
    static List<X509Certificate> certificates(Path file) throws IOException {
        List<X509Certificate> found = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Certificate each : factory.generateCertificates(new ByteArrayInputStream(Files.readAllBytes(file)))) {
                found.add((X509Certificate) each);
            }
        } catch (CertificateException e) {
            throw new IOException("cannot read the certificates in " + file + " (" + e.getMessage() + ")", e);
        }
        if (found.isEmpty()) {
            throw new IOException("found no certificate in " + file + ", expected a PEM file of the authority");
        }
        return found;
    }

    /** What came back, unread. The bytes are not copied. */
    static final class Answer {
        private final int status;
        private final byte[] bytes;

        private Answer(int status, byte[] bytes) {
            this.status = status;
            this.bytes = bytes;
        }

        int status() {
            return status;
        }

        int length() {
            return bytes.length;
        }
    }

    /** Where it answers, as host and port. */
    String place() {
        return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
    }

    /** Sends a request and gives the answer, whatever it says. */
    Answer ask(byte[] request) throws IOException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(patience).build();
        HttpRequest question = HttpRequest.newBuilder(address)
                .timeout(patience)
                .header("Content-Type", "application/timestamp-query")
                .POST(HttpRequest.BodyPublishers.ofByteArray(request))
                .build();
        try {
            HttpResponse<InputStream> answer = client.send(question, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = answer.body()) {
                return new Answer(answer.statusCode(), body.readNBytes(LONGEST + 1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the authority " + address + " was asked", e);
        }
    }

    /** The time-stamp in an answer that may be one. */
    byte[] stamp(Answer answer) throws IOException {
        if (answer.status != OK || answer.bytes.length > LONGEST) {
            throw new IOException("the authority " + address + " answered with status " + answer.status + " and "
                    + answer.bytes.length + " bytes, expected 200 and a time-stamp");
        }
        return answer.bytes;
    }
}

package dev.prakat.trafficlog;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/**
 * A central log server that takes syslog over TLS (RFC 5425). Its certificate is always verified, with its name; there is no way to
 * send in the clear. Immutable.
 *
 * @param host the name that its certificate must have
 * @param port the port; 6514 is the one of RFC 5425
 * @param authorities a PEM file with the certificates that may have issued its own, and no others; null for those that the Java
 *     runtime trusts
 * @param client a PKCS#12 file with our own key and certificate, for servers that ask for one, or null
 * @param password opens {@code client}; asked once for each connection, and what it gives is overwritten after use
 * @param patience how long a connection and a write may take Source: S001-R30
 */
public record SyslogServer(
        String host,
        int port,
        @Nullable Path authorities,
        @Nullable Path client,
        Supplier<char[]> password,
        Duration patience) {

    /** The port of RFC 5425. */
    public static final int PORT = 6514;

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /**
     * A server whose certificate was issued by one of our own authorities.
     *
     * @param host the name that its certificate must have
     * @param port the port
     * @param authorities a PEM file with the certificates that may have issued its own
     * @return the server, without a client certificate and with ten seconds of patience
     */
    public static SyslogServer pinned(String host, int port, Path authorities) {
        return new SyslogServer(host, port, authorities, null, () -> new char[0], PATIENCE);
    }

    /**
     * This server with a certificate of our own.
     *
     * @param file a PKCS#12 file with the key and its certificates
     * @param opening gives its password
     * @return the server
     */
    public SyslogServer withClient(Path file, Supplier<char[]> opening) {
        return new SyslogServer(host, port, authorities, file, opening, patience);
    }

    String place() {
        return host + ":" + port;
    }

    /**
     * What a connection is made with.
     *
     * @throws PrakatException {@link ProblemCode#CONFIGURATION} if a file cannot be read or holds no certificate
     */
    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(), trust(), new SecureRandom());
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new PrakatException(
                    ProblemCode.CONFIGURATION,
                    "central log server " + place() + ": its certificates cannot be used (" + e.getMessage()
                            + "); expected a PEM file of authorities" + (client == null ? "" : " and a PKCS#12 file")
                            + ". Check the paths and the password.",
                    e);
        }
    }

    private TrustManager @Nullable [] trust() throws IOException, GeneralSecurityException {
        if (authorities == null) {
            return null;
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        try (InputStream in = Files.newInputStream(authorities)) {
            Collection<? extends Certificate> all =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (all.isEmpty()) {
                throw new IOException("found no certificate in " + authorities);
            }
            for (Certificate each : all) {
                trusted.setCertificateEntry("authority-" + trusted.size(), each);
            }
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(trusted);
        return factory.getTrustManagers();
    }

    private KeyManager @Nullable [] keys() throws IOException, GeneralSecurityException {
        if (client == null) {
            return null;
        }
        char[] opening = password.get();
        try (InputStream in = Files.newInputStream(client)) {
            KeyStore own = KeyStore.getInstance("PKCS12");
            own.load(in, opening);
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(own, opening);
            return factory.getKeyManagers();
        } finally {
            Arrays.fill(opening, '\0');
        }
    }
}

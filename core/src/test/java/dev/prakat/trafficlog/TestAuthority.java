package dev.prakat.trafficlog;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Set;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.DigestCalculator;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A time-stamping authority of our own, with a root and a certificate that it issued, on the loopback address. */
final class TestAuthority implements AutoCloseable {

    private static final String SIGNATURE = "SHA256withECDSA";

    final X509Certificate root;
    private final KeyPair rootKeys = keys();
    private final KeyPair ownKeys = keys();
    private final X509Certificate own;
    private final HttpServer server;
    private final Instant begins;
    volatile Instant now;
    volatile Fault fault = Fault.NONE;
    volatile int asked;

    /** What it does wrong. */
    enum Fault {
        NONE,
        REFUSES,
        ANSWERS_AN_OLD_REQUEST,
        STAMPS_SOMETHING_ELSE,
        SAYS_500,
        SAYS_NOTHING_OF_A_TIME_STAMP
    }

    TestAuthority(Instant now) throws Exception {
        this.now = now;
        this.begins = now.minus(Duration.ofDays(1));
        this.root = certificate("CN=Example Root", "CN=Example Root", rootKeys, null);
        this.own = certificate("CN=Example Root", "CN=Example Time", ownKeys, KeyPurposeId.id_kp_timeStamping);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI address() {
        return URI.create("http://" + server.getAddress().getHostString() + ":"
                + server.getAddress().getPort() + "/tsa");
    }

    /** The certificate that is to be trusted, in a PEM file. */
    Path pem(Path file) throws Exception {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(root.getEncoded());
        return Files.writeString(file, "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked++;
        byte[] answer = stamp(exchange.getRequestBody().readAllBytes());
        exchange.getResponseHeaders().add("Content-Type", "application/timestamp-reply");
        exchange.sendResponseHeaders(fault == Fault.SAYS_500 ? 500 : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private byte[] stamp(byte[] asking) {
        try {
            TimeStampRequest request = new TimeStampRequest(asking);
            if (fault == Fault.SAYS_NOTHING_OF_A_TIME_STAMP) {
                return "<html>".getBytes(StandardCharsets.US_ASCII);
            }
            if (fault == Fault.STAMPS_SOMETHING_ELSE || fault == Fault.ANSWERS_AN_OLD_REQUEST) {
                byte[] hash = request.getMessageImprintDigest();
                hash[0] ^= fault == Fault.STAMPS_SOMETHING_ELSE ? 1 : 0;
                BigInteger nonce =
                        request.getNonce().add(BigInteger.valueOf(fault == Fault.STAMPS_SOMETHING_ELSE ? 0 : 1));
                TimeStampRequestGenerator other = new TimeStampRequestGenerator();
                other.setCertReq(true);
                request = other.generate(TSPAlgorithms.SHA256, hash, nonce);
            }
            DigestCalculator digest = new JcaDigestCalculatorProviderBuilder()
                    .build()
                    .get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256));
            TimeStampTokenGenerator tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build(SIGNATURE, ownKeys.getPrivate(), own),
                    digest,
                    new ASN1ObjectIdentifier("1.3.6.1.4.1.32473.1"));
            tokens.addCertificates(new JcaCertStore(List.of(own)));
            TimeStampResponseGenerator answers = new TimeStampResponseGenerator(
                    tokens,
                    fault == Fault.REFUSES
                            ? Set.of(TSPAlgorithms.SHA512.getId())
                            : Set.of(TSPAlgorithms.SHA256.getId()));
            return answers.generate(request, BigInteger.valueOf(asked), Date.from(now))
                    .getEncoded();
        } catch (Exception e) {
            throw new UncheckedIOException(new IOException("the authority of the test failed", e));
        }
    }

    private X509Certificate certificate(String issuer, String subject, KeyPair of, KeyPurposeId purpose)
            throws Exception {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Principal(issuer),
                BigInteger.valueOf(subject.hashCode() & 0xFFFF),
                Date.from(begins),
                Date.from(begins.plus(Duration.ofDays(30))),
                new X500Principal(subject),
                of.getPublic());
        if (purpose == null) {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
        } else {
            builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(purpose));
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(SIGNATURE).build(rootKeys.getPrivate())));
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(256);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}

package dev.prakat.trafficlog;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathBuilder;
import java.security.cert.CertStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.CollectionCertStoreParameters;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.tsp.TimeStampTokenInfo;
import org.jspecify.annotations.Nullable;

/**
 * Time-stamp requests and answers. The only class that needs Bouncy Castle, which a host without time-stamps leaves out. Whether a
 * certificate was revoked is not asked, for a log is verified offline. Immutable.
 */
final class Rfc3161 {

    private final List<X509Certificate> trusted;

    /** @param trusted the certificates of authorities that are believed, and no others */
    Rfc3161(List<X509Certificate> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /**
     * What a time-stamp proves.
     *
     * @param time when the hash was there, by the authority's clock
     * @param authority the subject of the certificate that signed
     */
    record Proven(Instant time, String authority) {}

    /** A request for a SHA-256 hash, which asks for the certificates too, so that the answer can be checked offline. */
    static byte[] request(byte[] hash, BigInteger nonce) throws IOException {
        TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        return generator.generate(TSPAlgorithms.SHA256, hash, nonce).getEncoded();
    }

    /** When an answer was made, by what it says itself; nothing is checked. */
    static Instant time(byte[] answer) throws IOException {
        try {
            TimeStampToken token = new TimeStampResponse(answer).getTimeStampToken();
            if (token == null) {
                throw new IOException("a refusal has no time");
            }
            return token.getTimeStampInfo().getGenTime().toInstant();
        } catch (TSPException | RuntimeException e) {
            throw new IOException("found no time-stamp: " + e.getMessage(), e);
        }
    }

    /**
     * Checks an answer.
     *
     * @param answer the bytes of a TimeStampResp
     * @param hash the SHA-256 hash that it must be about
     * @param nonce the number that was sent with the request, or null when an old answer is checked
     * @return what it proves
     * @throws IOException if it proves nothing, with the reason
     */
    Proven check(byte[] answer, byte[] hash, @Nullable BigInteger nonce) throws IOException {
        try {
            TimeStampResponse response = new TimeStampResponse(answer);
            TimeStampToken token = response.getTimeStampToken();
            if (token == null) {
                throw new IOException("the authority refused with status " + response.getStatus() + " ("
                        + response.getStatusString() + ")");
            }
            TimeStampTokenInfo info = token.getTimeStampInfo();
            if (!info.getMessageImprintAlgOID().equals(TSPAlgorithms.SHA256)
                    || !Arrays.equals(info.getMessageImprintDigest(), hash)) {
                throw new IOException("the time-stamp is of another checkpoint");
            }
            if (nonce != null && !nonce.equals(info.getNonce())) {
                throw new IOException("the time-stamp answers another request");
            }
            X509Certificate signer = signer(token);
            token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
            path(signer, carried(token), info.getGenTime());
            return new Proven(
                    info.getGenTime().toInstant(),
                    signer.getSubjectX500Principal().getName());
        } catch (TSPException | OperatorCreationException | GeneralSecurityException | RuntimeException e) {
            // Bouncy Castle throws many unchecked exceptions for bytes that are no time-stamp.
            throw new IOException("the time-stamp is not valid: " + e.getMessage(), e);
        }
    }

    private X509Certificate signer(TimeStampToken token) throws IOException, GeneralSecurityException {
        List<X509Certificate> all = new ArrayList<>(carried(token));
        all.addAll(trusted);
        for (X509Certificate each : all) {
            if (token.getSID().match(new JcaX509CertificateHolder(each))) {
                return each;
            }
        }
        throw new IOException("the time-stamp does not carry the certificate of who signed it");
    }

    private static List<X509Certificate> carried(TimeStampToken token) throws IOException, CertificateException {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> found = new ArrayList<>();
        for (X509CertificateHolder each : token.getCertificates().getMatches(null)) {
            Certificate certificate = factory.generateCertificate(new ByteArrayInputStream(each.getEncoded()));
            found.add((X509Certificate) certificate);
        }
        return found;
    }

    /** Whether a trusted certificate issued it, or it is one itself; valid when it signed, since old time-stamps must stay good. */
    private void path(X509Certificate signer, List<X509Certificate> between, Date at) throws GeneralSecurityException {
        if (trusted.contains(signer)) {
            signer.checkValidity(at);
            return;
        }
        Set<TrustAnchor> anchors = new HashSet<>();
        trusted.forEach(each -> anchors.add(new TrustAnchor(each, null)));
        X509CertSelector target = new X509CertSelector();
        target.setCertificate(signer);
        PKIXBuilderParameters parameters = new PKIXBuilderParameters(anchors, target);
        parameters.addCertStore(CertStore.getInstance("Collection", new CollectionCertStoreParameters(between)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(at);
        CertPathBuilder.getInstance("PKIX").build(parameters);
    }
}

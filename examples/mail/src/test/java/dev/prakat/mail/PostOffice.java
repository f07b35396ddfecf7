package dev.prakat.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.prakat.spi.OfficerId;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** A real mail server on this machine, and officers with addresses. */
final class PostOffice implements AutoCloseable {

    static final Map<OfficerId, String> ADDRESSES = Map.of(
            new OfficerId("somying"), "somying@example.go.th",
            new OfficerId("wichai"), "wichai@example.go.th",
            new OfficerId("broken"), "one@example.go.th, two@example.go.th");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    PostOffice() {
        server.start();
    }

    int port() {
        return server.getSmtp().getPort();
    }

    List<MimeMessage> letters() {
        return List.of(server.getReceivedMessages());
    }

    MimeMessage only() {
        List<MimeMessage> letters = letters();
        if (letters.size() != 1) {
            throw new AssertionError("expected one letter, found " + letters.size());
        }
        return letters.get(0);
    }

    static String text(MimeMessage letter) {
        try {
            return String.valueOf(letter.getContent()).replace("\r\n", "\n");
        } catch (java.io.IOException | MessagingException e) {
            throw new AssertionError(e);
        }
    }

    static Session session(int port) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(port));
        properties.setProperty("mail.smtp.connectiontimeout", "5000");
        properties.setProperty("mail.smtp.timeout", "5000");
        return Session.getInstance(properties);
    }

    static MailListener listener(int port, Locale language) {
        return new MailListener(
                session(port),
                new MailSettings(
                        "Prakat <prakat@example.go.th>", language, URI.create("https://portal.example.go.th/items/")),
                new Directory());
    }

    /** Officers and one role with a mailbox. */
    static final class Directory implements MailAddresses {

        @Override
        public Optional<String> ofOfficer(OfficerId officer) {
            return Optional.ofNullable(ADDRESSES.get(officer));
        }

        @Override
        public Optional<String> ofRole(String role) {
            return role.equals("ศสน. DIRECTOR") ? Optional.of("saraban@example.go.th") : Optional.empty();
        }
    }

    @Override
    public void close() {
        server.stop();
    }
}

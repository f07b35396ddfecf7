package dev.prakat.mail;

import dev.prakat.spi.PrakatListener.Event;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Date;
import java.util.HexFormat;

/**
 * One event for one receiver, as plain text. The same event gives the same {@code Message-ID} to the same receiver, so that a mail
 * program shows a second delivery as the letter that it has already.
 */
final class Letter extends MimeMessage {

    /** Names the event; the same on every delivery and for every receiver. */
    static final String EVENT = "Prakat-Event";

    private final String messageId;

    private Letter(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /**
     * Writes it.
     *
     * @throws IllegalArgumentException if the address is not one address
     */
    static Letter of(
            Session session, MailSettings settings, MailText text, Event event, String receiver, String address)
            throws MessagingException {
        Letter letter =
                new Letter(session, "<prakat." + hash(event.id() + "\n" + receiver) + "@" + settings.domain() + ">");
        letter.setFrom(MailSettings.address(settings.from(), "the sender"));
        letter.setRecipient(RecipientType.TO, MailSettings.address(address, receiver));
        letter.setSubject(text.subject(event), StandardCharsets.UTF_8.name());
        letter.setText(text.body(event), StandardCharsets.UTF_8.name());
        letter.setSentDate(Date.from(event.at()));
        letter.setHeader(EVENT, hash(event.id()));
        letter.setHeader("Auto-Submitted", "auto-generated");
        letter.saveChanges();
        return letter;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }

    /** A hash where a key stands in a header: whatever the key is made of, a header stays one line. */
    static String hash(String key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}

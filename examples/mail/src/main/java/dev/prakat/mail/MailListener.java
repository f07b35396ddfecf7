package dev.prakat.mail;

import dev.prakat.spi.OfficerId;
import dev.prakat.spi.PrakatListener;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes to officers by e-mail: a refusal with its reasons to the requester, an error to the superior, a task to the next
 * officer. Thread-safe. A letter of its own goes to each, so that nobody learns an address from it.
 *
 * <p>What a mail server does not take for now is thrown, and Prakat tells the event again later; whoever was written to already
 * gets a letter with the same {@code Message-ID}. What no later try can change, a receiver without an address or an address that
 * the server refuses for good, is logged as an error with the receiver's key and holds nothing up.
 */
public final class MailListener implements PrakatListener {

    private static final Logger LOG = LoggerFactory.getLogger(MailListener.class);

    private final Session session;
    private final MailSettings settings;
    private final MailText text;
    private final MailAddresses addresses;

    /**
     * Creates the listener.
     *
     * @param session the way to the mail server; give it time-outs, a listener must not wait for ever
     * @param settings what every letter has
     * @param addresses where letters go
     */
    public MailListener(Session session, MailSettings settings, MailAddresses addresses) {
        this.session = session;
        this.settings = settings;
        this.text = new MailText(settings.language(), settings.portal());
        this.addresses = addresses;
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalStateException if the mail server did not take a letter and a later try may succeed
     */
    @Override
    public void on(Event event) {
        int notTaken = 0;
        for (Map.Entry<String, Optional<String>> receiver : receivers(event).entrySet()) {
            if (!written(event, receiver.getKey(), receiver.getValue())) {
                notTaken++;
            }
        }
        if (notTaken > 0) {
            throw new IllegalStateException("event " + event.id() + ": found " + notTaken
                    + " letters that the mail server did not take, expected none; they are sent again with the event");
        }
    }

    private Map<String, Optional<String>> receivers(Event event) {
        Map<String, Optional<String>> receivers = new TreeMap<>();
        for (OfficerId officer : event.to()) {
            receivers.put(officer.value(), addresses.ofOfficer(officer));
        }
        for (String role : event.roles()) {
            receivers.put(role, addresses.ofRole(role));
        }
        return receivers;
    }

    /** Whether nothing is left to be done: the letter was taken, or can never be. */
    private boolean written(Event event, String receiver, Optional<String> address) {
        if (address.isEmpty()) {
            error(event, receiver).log("Nobody was told: the directory has no e-mail address; enter one");
            return true;
        }
        try {
            Transport.send(Letter.of(session, settings, text, event, receiver, address.get()));
            return true;
        } catch (IllegalArgumentException e) {
            error(event, receiver).log("Nobody was told: the directory's e-mail address cannot be used; correct it");
            return true;
        } catch (MessagingException e) {
            error(event, receiver)
                    .addKeyValue("problem", e.getClass().getSimpleName())
                    .log(
                            isFinal(e)
                                    ? "Nobody was told: the mail server refuses the address"
                                    : "A letter was not taken");
            return isFinal(e);
        }
    }

    private static LoggingEventBuilder error(Event event, String receiver) {
        return LOG.atError().addKeyValue("event", event.id()).addKeyValue("receiver", receiver);
    }

    /** Whether the server named the address as one that it will never take. */
    private static boolean isFinal(MessagingException e) {
        return e instanceof SendFailedException failed
                && failed.getInvalidAddresses() != null
                && failed.getInvalidAddresses().length > 0;
    }
}

package dev.prakat.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.net.URI;
import java.util.Locale;

/**
 * What every letter has. Immutable.
 *
 * @param from the sender, for example {@code prakat@example.go.th}; a mailbox that somebody reads
 * @param language the language of the letters: Thai or English; any other is taken as Thai
 * @param portal the portal's page of an item without the item's key, for example {@code https://portal.example.go.th/items/}
 */
public record MailSettings(String from, Locale language, URI portal) {

    /**
     * Checks the sender.
     *
     * @throws IllegalArgumentException if it is no address
     */
    public MailSettings {
        address(from, "the sender");
    }

    String domain() {
        return from.substring(from.lastIndexOf('@') + 1).replace(">", "");
    }

    /** One mailbox and nothing else: no list, no group, no line break. */
    static InternetAddress address(String text, String whose) {
        try {
            InternetAddress address = new InternetAddress(text, true);
            boolean mailbox =
                    !address.isGroup() && text.indexOf('@') > 0 && text.chars().noneMatch(Character::isISOControl);
            if (mailbox) {
                return address;
            }
        } catch (AddressException e) {
            throw new IllegalArgumentException(wrong(text, whose), e);
        }
        throw new IllegalArgumentException(wrong(text, whose));
    }

    private static String wrong(String text, String whose) {
        return whose + ": found '" + text.replaceAll("\\p{Cntrl}", " ") + "', expected one address such as"
                + " somying@example.go.th; correct it where the address comes from";
    }
}

package dev.prakat.mail;

import dev.prakat.spi.OfficerId;
import dev.prakat.spi.PrakatListener.Event;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;

/** Sends one letter, to see whether the mail server's settings are right before the portal relies on them. */
public final class SendTestMail {

    private SendTestMail() {}

    /**
     * Sends it.
     *
     * @param args the file with the properties of {@code jakarta.mail}, the sender, the receiver
     * @throws IOException if the file cannot be read
     * @throws IllegalStateException if the mail server did not take the letter
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 3) {
            throw new IllegalArgumentException(
                    "found " + args.length + " arguments, expected three: mail.properties SENDER RECEIVER");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of(args[0]), StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        MailSettings settings =
                new MailSettings(args[1], Locale.forLanguageTag("th"), URI.create("https://portal.example/items/"));
        new MailListener(Session.getInstance(properties), settings, new Only(args[2]))
                .on(new Event(
                        UUID.randomUUID().toString(),
                        "mail.test",
                        "000000-0000000000",
                        Clock.systemUTC().instant(),
                        new OfficerId("system:mail"),
                        Set.of(new OfficerId("receiver")),
                        Set.of(),
                        Map.of()));
    }

    /** Everything goes to one address. */
    private record Only(String address) implements MailAddresses {

        @Override
        public Optional<String> ofOfficer(OfficerId officer) {
            return Optional.of(address);
        }

        @Override
        public Optional<String> ofRole(String role) {
            return Optional.of(address);
        }
    }
}

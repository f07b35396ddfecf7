package dev.prakat.wordpress;

import dev.prakat.spi.AttachmentContent;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A form with a file in it. The file's name may be Thai, which a header of its own could not carry; its bytes are read while
 * they are sent. Used once.
 */
final class Multipart {

    /** At the least so many bytes a second are expected of the line. */
    private static final long BYTES_A_SECOND = 256 * 1024;

    private final String boundary = "prakat-" + UUID.randomUUID();
    private final StringBuilder fields = new StringBuilder();
    private AttachmentContent.@Nullable Source source;

    Multipart field(String name, String value) {
        fields.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n");
        return this;
    }

    Multipart file(String name, String fileName, AttachmentContent file) {
        fields.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"; filename=\"")
                .append(fileName)
                .append("\"\r\nContent-Type: ")
                .append(file.mediaType())
                .append("\r\n\r\n");
        source = file.source();
        return this;
    }

    /**
     * The request that sends it.
     *
     * @throws IOException if the file cannot be opened
     */
    Ask ask(URI address, String subject, long fileBytes) throws IOException {
        if (source == null) {
            throw new IllegalStateException("a form without its file");
        }
        byte[] head = fields.toString().getBytes(StandardCharsets.UTF_8);
        byte[] tail = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
        AttachmentContent.Source file = source;
        file.open().close(); // what cannot be read is told before anything is sent
        BodyPublisher bytes = BodyPublishers.fromPublisher(BodyPublishers.ofInputStream(() -> opened(file)), fileBytes);
        BodyPublisher body = fileBytes == 0
                ? BodyPublishers.concat(BodyPublishers.ofByteArray(head), BodyPublishers.ofByteArray(tail))
                : BodyPublishers.concat(BodyPublishers.ofByteArray(head), bytes, BodyPublishers.ofByteArray(tail));
        return new Ask(
                "POST",
                address,
                "multipart/form-data; boundary=" + boundary,
                body,
                null,
                head.length + fileBytes + tail.length,
                subject,
                "upload",
                Duration.ofSeconds(30 + fileBytes / BYTES_A_SECOND),
                null);
    }

    private static InputStream opened(AttachmentContent.Source file) {
        try {
            return file.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

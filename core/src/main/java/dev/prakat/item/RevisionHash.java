package dev.prakat.item;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hashes named fields without any two different lists giving the same bytes: every field is written as its name, the number
 * of its bytes and its bytes. An absent field is left out, an empty one is not. The form is described in
 * {@code docs/reference/content-hash.md} and never changes under the same head.
 */
final class RevisionHash {

    private final MessageDigest digest;

    private RevisionHash(String head) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
        digest.update((head + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** What the public is to see. The hash is public too, so nothing that is not stands in it. */
    static String ofContent(Content content, List<Attachment> attachments) {
        RevisionHash hash = new RevisionHash("prakat-content-v2");
        hash.field("title", content.title());
        hash.field("summary", content.summary());
        hash.field("body", content.bodyHtml());
        hash.field("language", content.language());
        hash.field("link", text(content.externalLink()));
        hash.field("remark", content.remark());
        content.fields().forEach((id, value) -> {
            hash.field("field", id);
            hash.field("field-value", value);
        });
        for (Attachment attachment : attachments) {
            hash.file("attachment", attachment);
        }
        return hash.hex();
    }

    /** Where it comes from: looked at before it is agreed to, never public. */
    static String ofOrigin(Origin origin, @Nullable Attachment letterScan) {
        RevisionHash hash = new RevisionHash("prakat-origin-v1");
        hash.field("source", origin.source());
        RegisteredLetter letter = origin.letter();
        if (letter != null) {
            hash.field("letter-received", letter.received());
            hash.field("letter-number", letter.number());
            hash.field("letter-date", text(letter.date()));
            hash.field("letter-agency", letter.agency());
            hash.field("letter-signatory", letter.signatory());
            hash.field("letter-post", letter.post());
        }
        if (letterScan != null) {
            hash.file("letter-scan", letterScan);
        }
        Provider provider = origin.provider();
        if (provider != null) {
            hash.field("provider", provider.name());
            hash.field("provider-date", text(provider.date()));
        }
        PersonalDataStatement data = origin.personalData();
        if (data != null) {
            hash.field("personal-data-basis", data.lawfulBasis());
            hash.field("personal-data-purpose", data.purpose());
            hash.field("personal-data-subjects", data.dataSubjects());
            hash.field("personal-data-redacted", Boolean.toString(data.redacted()));
        }
        return hash.hex();
    }

    /** What an approval binds to: the content, where it comes from, the category and every part of the plan. */
    static String ofBinding(Revision revision, String category) {
        RevisionHash hash = new RevisionHash("prakat-approval-v2");
        hash.field("content", revision.hash());
        hash.field("origin", revision.originHash());
        hash.field("category", category);
        for (PlacementPlan placement : revision.plan()) {
            hash.field("target", placement.target());
            hash.field("opens", placement.window().opens().toString());
            hash.field("closes", text(placement.window().closes()));
            hash.field("permanent", placement.window().permanentReason());
            hash.field("review", text(placement.window().reviewOn()));
            hash.field("kind", placement.kind().name());
            hash.field("redirect", text(placement.redirectTo()));
        }
        return hash.hex();
    }

    private void file(String name, Attachment file) {
        field(name + "-name", file.name());
        field(name + "-type", file.mediaType());
        field(name + "-sha256", file.sha256());
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    private void field(String name, @Nullable String value) {
        if (value == null) {
            return;
        }
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        digest.update((name + ":" + bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
        digest.update(bytes);
        digest.update((byte) '\n');
    }

    private String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}

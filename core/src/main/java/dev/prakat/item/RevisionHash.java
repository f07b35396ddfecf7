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

    static String ofContent(Content content) {
        RevisionHash hash = new RevisionHash("prakat-content-v1");
        hash.field("title", content.title());
        hash.field("summary", content.summary());
        hash.field("body", content.bodyHtml());
        hash.field("language", content.language());
        hash.field("link", content.externalLink());
        hash.field("remark", content.remark());
        for (Attachment attachment : content.attachments()) {
            hash.field("attachment-name", attachment.name());
            hash.field("attachment-type", attachment.mediaType());
            hash.field("attachment-sha256", attachment.sha256());
        }
        return hash.hex();
    }

    /** What an approval binds to: the content, the category and every part of the plan. */
    static String ofBinding(String contentHash, String category, List<PlacementPlan> plan) {
        RevisionHash hash = new RevisionHash("prakat-approval-v1");
        hash.field("content", contentHash);
        hash.field("category", category);
        for (PlacementPlan placement : plan) {
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

    /** What the content hash covers. */
    record Content(
            String title,
            String summary,
            String bodyHtml,
            String language,
            @Nullable String externalLink,
            @Nullable String remark,
            List<Attachment> attachments) {}
}

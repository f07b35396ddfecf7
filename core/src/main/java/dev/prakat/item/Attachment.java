package dev.prakat.item;

/**
 * A file of a revision. Immutable; the bytes are in the attachment store.
 *
 * @param name the file name as readers see it
 * @param mediaType what the bytes are, not what the name says
 * @param bytes the size in bytes
 * @param sha256 the hash of the bytes, 64 hexadecimal digits
 */
public record Attachment(String name, String mediaType, long bytes, String sha256) {}

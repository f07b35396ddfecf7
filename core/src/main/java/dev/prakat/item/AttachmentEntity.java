package dev.prakat.item;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of attachments. The bytes are in the attachment store, under the hash. */
@Entity
@Table(name = "prakat_attachment")
class AttachmentEntity {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "position", nullable = false, updatable = false)
    private int position;

    @Column(name = "name", nullable = false)
    private String name;

    @Column(name = "media_type", nullable = false, updatable = false)
    private String mediaType;

    @Column(name = "size_bytes", nullable = false, updatable = false)
    private long bytes;

    @Column(name = "sha256", nullable = false, updatable = false)
    private String sha256;

    protected AttachmentEntity() {}

    AttachmentEntity(String revision, int position, Attachment attachment) {
        this.id = revision + "/a" + position;
        this.position = position;
        this.name = attachment.name();
        this.mediaType = attachment.mediaType();
        this.bytes = attachment.bytes();
        this.sha256 = attachment.sha256();
    }

    String id() {
        return id;
    }

    int position() {
        return position;
    }

    /** The name says something too; the hash of the bytes stays. */
    void erase() {
        name = "";
    }

    boolean isErased() {
        return name.isEmpty();
    }

    Attachment toAttachment() {
        return new Attachment(name, mediaType, bytes, sha256);
    }
}

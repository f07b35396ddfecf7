package dev.prakat.item;

import dev.prakat.spi.OfficerId;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of revisions, with the rows of its attachments and plan. Inserted, never updated. */
@Entity
@Table(name = "prakat_revision")
class RevisionEntity {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "item_id", nullable = false, updatable = false)
    private String item;

    @Column(name = "number", nullable = false, updatable = false)
    private int number;

    @Column(name = "title", nullable = false, updatable = false)
    private String title;

    @Column(name = "summary", nullable = false, updatable = false)
    private String summary;

    @Column(name = "body_html", nullable = false, updatable = false)
    private String bodyHtml;

    @Column(name = "language", nullable = false, updatable = false)
    private String language;

    @Column(name = "external_link", updatable = false)
    private @Nullable String externalLink;

    @Column(name = "remark", updatable = false)
    private @Nullable String remark;

    @Column(name = "content_hash", nullable = false, updatable = false)
    private String hash;

    @Column(name = "removed", nullable = false, updatable = false)
    private String removed;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", nullable = false, updatable = false)
    private String createdBy;

    @OneToMany(cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @JoinColumn(name = "revision_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<AttachmentEntity> attachments = new ArrayList<>();

    @OneToMany(cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @JoinColumn(name = "revision_id", nullable = false, updatable = false)
    @OrderBy("position")
    private List<PlanEntity> plan = new ArrayList<>();

    protected RevisionEntity() {}

    RevisionEntity(ItemId item, Revision revision) {
        this.id = key(item, revision.number());
        this.item = item.value();
        this.number = revision.number();
        this.title = revision.title();
        this.summary = revision.summary();
        this.bodyHtml = revision.bodyHtml();
        this.language = revision.language();
        URI link = revision.externalLink();
        this.externalLink = link == null ? null : link.toString();
        this.remark = revision.remark();
        this.hash = revision.hash();
        this.removed = String.join("\n", revision.removed());
        this.createdAt = revision.createdAt();
        this.createdBy = revision.createdBy().value();
        for (Attachment attachment : revision.attachments()) {
            attachments.add(new AttachmentEntity(id, attachments.size(), attachment));
        }
        for (PlacementPlan placement : revision.plan()) {
            plan.add(new PlanEntity(id, plan.size(), placement));
        }
    }

    static String key(ItemId item, int number) {
        return item.value() + "/" + number;
    }

    Revision toRevision() {
        return new Revision(
                number,
                title,
                summary,
                bodyHtml,
                language,
                externalLink == null ? null : URI.create(externalLink),
                remark,
                attachments.stream().map(AttachmentEntity::toAttachment).toList(),
                plan.stream().map(PlanEntity::toPlan).toList(),
                hash,
                removed.isEmpty() ? List.of() : List.of(removed.split("\n")),
                createdAt,
                new OfficerId(createdBy));
    }
}

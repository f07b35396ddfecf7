package dev.prakat.item;

import dev.prakat.category.CategoryId;
import dev.prakat.spi.OfficerId;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
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
import java.util.stream.Collectors;
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

    @Column(name = "category", nullable = false, updatable = false)
    private String category;

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

    @Column(name = "origin_hash", nullable = false, updatable = false)
    private String originHash;

    @Embedded
    private OriginColumns origin;

    @OneToMany(cascade = CascadeType.PERSIST, fetch = FetchType.LAZY)
    @JoinColumn(name = "revision_id", nullable = false, updatable = false)
    @OrderBy("name")
    private List<FieldEntity> fields = new ArrayList<>();

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
        this.category = revision.category().value();
        this.title = revision.title();
        this.summary = revision.summary();
        this.bodyHtml = revision.bodyHtml();
        this.language = revision.language();
        URI link = revision.externalLink();
        this.externalLink = link == null ? null : link.toString();
        this.remark = revision.remark();
        revision.fieldValues().forEach((name, value) -> fields.add(new FieldEntity(id, name, value)));
        this.hash = revision.hash();
        this.originHash = revision.originHash();
        this.origin = new OriginColumns(revision.origin(), revision.letterScan());
        this.removed = RemovalLines.write(revision.removed());
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
                new CategoryId(category),
                new Content(
                        title,
                        summary,
                        bodyHtml,
                        language,
                        externalLink == null ? null : URI.create(externalLink),
                        remark,
                        fields.stream().collect(Collectors.toMap(FieldEntity::name, FieldEntity::value))),
                attachments.stream().map(AttachmentEntity::toAttachment).toList(),
                origin.toOrigin(),
                origin.toScan(),
                plan.stream().map(PlanEntity::toPlan).toList(),
                hash,
                originHash,
                RemovalLines.read(removed),
                createdAt,
                new OfficerId(createdBy));
    }
}

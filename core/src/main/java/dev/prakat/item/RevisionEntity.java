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
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A row of revisions, with the rows of its attachments and plan. Inserted, never updated, save that an order may erase its
 * content.
 */
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

    @Column(name = "title", nullable = false)
    private String title;

    @Column(name = "summary", nullable = false)
    private String summary;

    @Column(name = "body_html", nullable = false)
    private String bodyHtml;

    @Column(name = "language", nullable = false, updatable = false)
    private String language;

    @Column(name = "external_link")
    private @Nullable String externalLink;

    @Column(name = "remark")
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

    @Column(name = "removed", nullable = false)
    private String removed;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Column(name = "created_by", nullable = false, updatable = false)
    private String createdBy;

    @Column(name = "erased_at")
    private @Nullable Instant erasedAt;

    @Column(name = "erasure_order")
    private @Nullable String erasureOrder;

    @Column(name = "erasure_official")
    private @Nullable String erasureOfficial;

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

    String item() {
        return item;
    }

    /** What the event says that makes this revision. */
    Map<String, String> details() {
        return Map.of(
                "revision", Integer.toString(number),
                "hash", hash,
                "origin", originHash,
                "originRow", RevisionSeals.ofOrigin(origin),
                "source", origin.source(),
                "category", category,
                "cleaned", RevisionSeals.ofCleaned(removed),
                "files", RevisionSeals.ofFiles(attachments),
                "plan", RevisionSeals.ofPlan(plan));
    }

    /** What is stored, by the names of {@link ItemAccount}. */
    void facts(SortedMap<String, String> facts) {
        String revision = "revision " + number + " ";
        facts.put(revision + "key", id);
        facts.put(revision + "hash", hash);
        facts.put(revision + "content", isErased() ? ItemAccount.ERASED : contentHash());
        facts.put(revision + "originHash", originHash);
        facts.put(
                revision + "origin",
                isErased() ? ItemAccount.ERASED : RevisionHash.ofOrigin(origin.toOrigin(), origin.toScan()));
        facts.put(revision + "originRow", isErased() ? ItemAccount.ERASED : RevisionSeals.ofOrigin(origin));
        facts.put(revision + "category", category);
        facts.put(revision + "cleaned", isErased() ? ItemAccount.ERASED : RevisionSeals.ofCleaned(removed));
        facts.put(revision + "files", RevisionSeals.ofFiles(attachments));
        facts.put(revision + "plan", RevisionSeals.ofPlan(plan));
        facts.put(revision + "createdAt", createdAt.toString());
        facts.put(revision + "createdBy", createdBy);
        if (erasedAt != null) {
            facts.put(revision + "erasedAt", erasedAt.toString());
        }
        if (erasureOrder != null) {
            facts.put(revision + "erasureOrder", erasureOrder);
        }
        if (erasureOfficial != null) {
            facts.put(revision + "erasureOfficial", erasureOfficial);
        }
    }

    private String contentHash() {
        return RevisionHash.ofContent(
                content(),
                attachments.stream().map(AttachmentEntity::toAttachment).toList());
    }

    private Content content() {
        return new Content(
                title,
                summary,
                bodyHtml,
                language,
                externalLink == null ? null : URI.create(externalLink),
                remark,
                fields.stream().collect(Collectors.toMap(FieldEntity::name, FieldEntity::value)));
    }

    /** Whether nothing of the content is left: a mark alone does not make it so. */
    boolean isErased() {
        return erasedAt != null
                && (title + summary + bodyHtml + removed).isEmpty()
                && externalLink == null
                && remark == null
                && origin.isErased()
                && fields.stream().allMatch(field -> field.value().isEmpty())
                && attachments.stream().allMatch(AttachmentEntity::isErased);
    }

    /** Takes the content out; the hashes stay. */
    void erase(Erasure erasure) {
        title = "";
        summary = "";
        bodyHtml = "";
        removed = "";
        externalLink = null;
        remark = null;
        fields.forEach(FieldEntity::erase);
        origin.erase();
        attachments.forEach(AttachmentEntity::erase);
        erasedAt = erasure.at();
        erasureOrder = erasure.order();
        erasureOfficial = erasure.official();
    }

    private @Nullable Erasure erasure() {
        return erasedAt == null || erasureOrder == null || erasureOfficial == null
                ? null
                : new Erasure(erasedAt, erasureOrder, erasureOfficial);
    }

    String title() {
        return title;
    }

    Revision toRevision() {
        return new Revision(
                number,
                new CategoryId(category),
                content(),
                attachments.stream().map(AttachmentEntity::toAttachment).toList(),
                origin.toOrigin(),
                origin.toScan(),
                plan.stream().map(PlanEntity::toPlan).toList(),
                hash,
                originHash,
                RemovalLines.read(removed),
                createdAt,
                new OfficerId(createdBy),
                erasure());
    }
}

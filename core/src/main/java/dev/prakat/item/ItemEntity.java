package dev.prakat.item;

import dev.prakat.category.CategoryId;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.OfficerId;
import dev.prakat.spi.TakeDownKind;
import dev.prakat.spi.TakeDownReason;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of items. */
@Entity
@Table(name = "prakat_item")
class ItemEntity {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "category", nullable = false)
    private String category;

    @Column(name = "owner_unit", nullable = false)
    private String ownerUnit;

    @Column(name = "author", nullable = false)
    private String author;

    @Enumerated(EnumType.STRING)
    @Column(name = "state", nullable = false)
    private ItemState state;

    @Column(name = "current_revision", nullable = false)
    private int currentRevision;

    @Column(name = "approved_revision")
    private @Nullable Integer approvedRevision;

    @Column(name = "approved_at")
    private @Nullable Instant approvedAt;

    @Column(name = "binding")
    private @Nullable String binding;

    @Enumerated(EnumType.STRING)
    @Column(name = "order_kind")
    private @Nullable TakeDownKind orderKind;

    @Enumerated(EnumType.STRING)
    @Column(name = "order_reason")
    private @Nullable TakeDownReason orderReason;

    @Column(name = "order_note")
    private @Nullable String orderNote;

    @Column(name = "ordered_at")
    private @Nullable Instant orderedAt;

    @Column(name = "ordered_by")
    private @Nullable String orderedBy;

    /** Whether delivery has yet to look at the approval or order; cleared by delivery. */
    @Column(name = "delivery_pending", nullable = false)
    private boolean deliveryPending;

    @Column(name = "created_at", nullable = false, updatable = false)
    private Instant createdAt;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected ItemEntity() {}

    ItemEntity(ItemId id, CategoryId category, String ownerUnit, OfficerId author, Instant createdAt) {
        this.id = id.value();
        this.category = category.value();
        this.ownerUnit = ownerUnit;
        this.author = author.value();
        this.state = ItemState.DRAFT;
        this.currentRevision = 1;
        this.createdAt = createdAt;
    }

    ItemId id() {
        return new ItemId(id);
    }

    int currentRevision() {
        return currentRevision;
    }

    void become(ItemState next) {
        if (!state.mayBecome(next)) {
            throw new PrakatException(
                    ProblemCode.CONFLICT,
                    "item " + id + ": found state " + state + ", which cannot become " + next
                            + ". Look at the item again; somebody may have been faster.");
        }
        state = next;
    }

    void revised(CategoryId newCategory) {
        become(ItemState.DRAFT);
        category = newCategory.value();
        currentRevision++;
    }

    void approved(String newBinding, Instant at) {
        become(ItemState.APPROVED);
        approvedRevision = currentRevision;
        approvedAt = at;
        binding = newBinding;
        // A new approval is a new decision: what was ordered about an earlier one is history, kept in the journal.
        orderKind = null;
        orderReason = null;
        orderNote = null;
        orderedAt = null;
        orderedBy = null;
        deliveryPending = true;
    }

    void ordered(TakeDownOrder order) {
        orderKind = order.kind();
        orderReason = order.reason();
        orderNote = order.note();
        orderedAt = order.at();
        orderedBy = order.by().value();
        deliveryPending = true;
    }

    void placed() {
        deliveryPending = false;
    }

    Item toItem(Revision current) {
        return new Item(
                id(),
                new CategoryId(category),
                ownerUnit,
                new OfficerId(author),
                state,
                current,
                approvedRevision,
                approvedAt,
                binding,
                order(),
                createdAt);
    }

    ItemSummary toSummary(String title, String source) {
        return new ItemSummary(
                id(),
                new CategoryId(category),
                ownerUnit,
                new OfficerId(author),
                state,
                currentRevision,
                title,
                source,
                createdAt);
    }

    private @Nullable TakeDownOrder order() {
        if (orderKind == null || orderReason == null || orderedAt == null || orderedBy == null) {
            return null;
        }
        return new TakeDownOrder(
                orderKind, orderReason, orderNote == null ? "" : orderNote, orderedAt, new OfficerId(orderedBy));
    }
}

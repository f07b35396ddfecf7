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
import java.util.Map;
import java.util.SortedMap;
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

    @Column(name = "approved_category")
    private @Nullable String approvedCategory;

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

    CategoryId category() {
        return new CategoryId(category);
    }

    boolean wasApproved() {
        return approvedRevision != null;
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

    /** A step of the procedure gives it another category; the revision stays. */
    void classified(CategoryId newCategory) {
        category = newCategory.value();
    }

    /** A new revision that differs in its plan only. */
    void replanned() {
        become(ItemState.DRAFT);
        currentRevision++;
    }

    /** From here on the newest revision is what must be public. */
    void released(String newBinding, Instant at) {
        approvedRevision = currentRevision;
        approvedAt = at;
        binding = newBinding;
        approvedCategory = category;
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

    /** What is being decided, or may be public or become so, is dealt with before it is erased. */
    void requireErasable(int revision) {
        if (state == ItemState.IN_APPROVAL && revision == currentRevision) {
            throw new PrakatException(
                    ProblemCode.CONFLICT,
                    "item " + id + ": the procedure of revision " + revision
                            + " is running. Have it sent back, then erase it.");
        }
        boolean approved = Integer.valueOf(revision).equals(approvedRevision)
                || (state == ItemState.APPROVED && revision == currentRevision);
        if (approved && orderedAt == null) {
            throw new PrakatException(
                    ProblemCode.CONFLICT,
                    "item " + id + ": revision " + revision
                            + " is approved and nobody has ordered it to be taken down. Withdraw it, then erase it.");
        }
    }

    /** An order erased what officers wrote about it. */
    void noteErased() {
        orderNote = null;
    }

    void placed() {
        deliveryPending = false;
    }

    boolean isDeliveryPending() {
        return deliveryPending;
    }

    /** Delivery has to look at the plan again. */
    void toBePlaced() {
        deliveryPending = true;
    }

    Item toItem(Revision current, Map<String, Instant> shortened) {
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
                approvedCategory == null ? null : new CategoryId(approvedCategory),
                order(),
                shortened,
                createdAt);
    }

    /** What is stored, by the names of {@link ItemAccount}. */
    void facts(SortedMap<String, String> facts) {
        facts.put("item.category", category);
        facts.put("item.ownerUnit", ownerUnit);
        facts.put("item.author", author);
        facts.put("item.state", state.name());
        facts.put("item.currentRevision", Integer.toString(currentRevision));
        facts.put("item.createdAt", createdAt.toString());
        put(facts, "item.approvedRevision", approvedRevision);
        put(facts, "item.approvedAt", approvedAt);
        put(facts, "item.binding", binding);
        put(facts, "item.approvedCategory", approvedCategory);
        put(facts, "item.order.kind", orderKind);
        put(facts, "item.order.reason", orderReason);
        put(facts, "item.order.note", orderNote);
        put(facts, "item.order.at", orderedAt);
        put(facts, "item.order.by", orderedBy);
    }

    private static void put(SortedMap<String, String> facts, String name, @Nullable Object value) {
        if (value != null) {
            facts.put(name, value.toString());
        }
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

package dev.prakat.approval;

import dev.prakat.category.CategoryId;
import dev.prakat.item.ItemId;
import dev.prakat.spi.OfficerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of errors found on a website. */
@Entity
@Table(name = "prakat_site_error")
class SiteErrorEntity {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "check_id", updatable = false)
    private @Nullable String check;

    @Column(name = "item_id", updatable = false)
    private @Nullable String item;

    @Column(name = "category", nullable = false, updatable = false)
    private String category;

    @Column(name = "owner_unit", nullable = false, updatable = false)
    private String ownerUnit;

    @Column(name = "place", nullable = false)
    private String place;

    @Column(name = "message", nullable = false)
    private String message;

    @Column(name = "found_by", nullable = false, updatable = false)
    private String foundBy;

    @Column(name = "found_at", nullable = false, updatable = false)
    private Instant foundAt;

    @Column(name = "due_at", nullable = false, updatable = false)
    private Instant due;

    @Column(name = "fixed_by")
    private @Nullable String fixedBy;

    @Column(name = "fixed_at")
    private @Nullable Instant fixedAt;

    @Column(name = "fixed_how")
    private @Nullable String fixedHow;

    @Column(name = "reported_by")
    private @Nullable String reportedBy;

    @Column(name = "reported_at")
    private @Nullable Instant reportedAt;

    @Column(name = "reported_what")
    private @Nullable String reportedWhat;

    @Column(name = "closed", nullable = false)
    private boolean closed;

    @Column(name = "escalated", nullable = false)
    private boolean escalated;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected SiteErrorEntity() {}

    SiteErrorEntity(String id, SiteErrors.Found found, OfficerId foundBy, Instant at, Instant due) {
        this.id = id;
        this.check = found.check();
        this.item = found.item() == null ? null : found.item().value();
        this.category = found.category();
        this.ownerUnit = found.unit();
        this.place = found.place();
        this.message = found.message();
        this.foundBy = foundBy.value();
        this.foundAt = at;
        this.due = due;
    }

    /** What the journal's events are about: the item, or the error itself when it is of the whole site. */
    String subject() {
        return item == null ? id : item;
    }

    void fixed(OfficerId officer, Instant at, String how) {
        fixedBy = officer.value();
        fixedAt = at;
        fixedHow = how;
        closed = reportedAt != null;
    }

    void reported(OfficerId officer, Instant at, String what) {
        reportedBy = officer.value();
        reportedAt = at;
        reportedWhat = what;
        closed = fixedAt != null;
    }

    /** What officers wrote goes; that there was an error, who found it, and when it was fixed and reported stays. */
    void eraseWords() {
        place = "";
        message = "";
        fixedHow = fixedHow == null ? null : "";
        reportedWhat = reportedWhat == null ? null : "";
    }

    /** True the first time. */
    boolean escalate() {
        boolean first = !escalated && !closed;
        escalated = true;
        return first;
    }

    SiteError toError() {
        return new SiteError(
                id,
                item == null ? null : new ItemId(item),
                category.isEmpty() ? null : new CategoryId(category),
                ownerUnit,
                place,
                message,
                new OfficerId(foundBy),
                foundAt,
                due,
                done(fixedBy, fixedAt, fixedHow),
                done(reportedBy, reportedAt, reportedWhat),
                closed);
    }

    private static SiteError.@Nullable Done done(@Nullable String by, @Nullable Instant at, @Nullable String text) {
        return by == null || at == null || text == null ? null : new SiteError.Done(new OfficerId(by), at, text);
    }
}

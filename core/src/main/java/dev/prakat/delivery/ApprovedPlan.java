package dev.prakat.delivery;

import dev.prakat.category.CategoryId;
import dev.prakat.delivery.Desired.Order;
import dev.prakat.delivery.Desired.Schedule;
import dev.prakat.item.PlacementPlan;
import dev.prakat.spi.TakeDownKind;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the newest approval says about one target, as columns of the placement's row.
 *
 * @param category the approved category's key
 * @param revision the approved revision
 * @param binding what the approval binds to
 * @param opens the first instant at which it is public
 * @param closes the first instant at which it is public no more, or null
 * @param kind what is left when the period ends
 * @param redirectTo where the address leads afterwards, or null
 */
@Embeddable
record ApprovedPlan(
        @Column(name = "category", nullable = false) String category,
        @Column(name = "revision", nullable = false) int revision,
        @Column(name = "binding", nullable = false) String binding,
        @Column(name = "opens_at", nullable = false) Instant opens,
        @Column(name = "closes_at") @Nullable Instant closes,

        @Enumerated(EnumType.STRING) @Column(name = "kind", nullable = false)
        TakeDownKind kind,

        @Column(name = "redirect_to") @Nullable String redirectTo) {

    static ApprovedPlan of(CategoryId category, int revision, String binding, PlacementPlan plan) {
        URI redirect = plan.redirectTo();
        return new ApprovedPlan(
                category.value(),
                revision,
                binding,
                plan.window().opens(),
                plan.window().closes(),
                plan.kind(),
                redirect == null ? null : redirect.toString());
    }

    CategoryId categoryId() {
        return new CategoryId(category);
    }

    Schedule schedule(@Nullable Order order) {
        return new Schedule(revision, opens, closes, kind, redirectTo == null ? null : URI.create(redirectTo), order);
    }

    /** By the names that {@link PlacementReplay} gives to what the events say. */
    Map<String, String> facts() {
        Map<String, String> facts = new HashMap<>(Map.of(
                "category", category,
                "revision", Integer.toString(revision),
                "binding", binding,
                "opens", opens.toString(),
                "kind", kind.name()));
        if (closes != null) {
            facts.put("closes", closes.toString());
        }
        if (redirectTo != null) {
            facts.put("redirect", redirectTo);
        }
        return facts;
    }
}

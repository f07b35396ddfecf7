package dev.prakat.item;

import dev.prakat.spi.TakeDownKind;
import dev.prakat.window.PublishWindow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A row of a revision's plan. */
@Entity
@Table(name = "prakat_plan")
class PlanEntity {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "position", nullable = false, updatable = false)
    private int position;

    @Column(name = "target", nullable = false, updatable = false)
    private String target;

    @Column(name = "opens_at", nullable = false, updatable = false)
    private Instant opens;

    @Column(name = "closes_at", updatable = false)
    private @Nullable Instant closes;

    @Column(name = "permanent_reason", updatable = false)
    private @Nullable String permanentReason;

    @Column(name = "review_on", updatable = false)
    private @Nullable LocalDate reviewOn;

    @Enumerated(EnumType.STRING)
    @Column(name = "kind", nullable = false, updatable = false)
    private TakeDownKind kind;

    @Column(name = "redirect_to", updatable = false)
    private @Nullable String redirectTo;

    protected PlanEntity() {}

    PlanEntity(String revision, int position, PlacementPlan plan) {
        this.id = revision + "/p" + position;
        this.position = position;
        this.target = plan.target();
        this.opens = plan.window().opens();
        this.closes = plan.window().closes();
        this.permanentReason = plan.window().permanentReason();
        this.reviewOn = plan.window().reviewOn();
        this.kind = plan.kind();
        URI redirect = plan.redirectTo();
        this.redirectTo = redirect == null ? null : redirect.toString();
    }

    String id() {
        return id;
    }

    int position() {
        return position;
    }

    PlacementPlan toPlan() {
        return new PlacementPlan(
                target,
                new PublishWindow(opens, closes, permanentReason, reviewOn),
                kind,
                redirectTo == null ? null : URI.create(redirectTo));
    }
}

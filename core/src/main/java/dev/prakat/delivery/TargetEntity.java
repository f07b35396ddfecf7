package dev.prakat.delivery;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of websites: what was ever configured, what was given up, and how far the scan for drift has come. */
@Entity
@Table(name = "prakat_target")
class TargetEntity {

    @Id
    @Column(name = "name")
    private String name;

    @Column(name = "adapter", nullable = false)
    private String adapter;

    @Column(name = "orphaned_at")
    private @Nullable Instant orphanedAt;

    @Column(name = "orphaned_why")
    private @Nullable String orphanedWhy;

    @Column(name = "scan_cursor")
    private @Nullable String cursor;

    @Column(name = "scan_began_at")
    private @Nullable Instant scanBegan;

    @Column(name = "scan_ended_at")
    private @Nullable Instant scanEnded;

    @Column(name = "scanned", nullable = false)
    private long scanned;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected TargetEntity() {}

    TargetEntity(String name, String adapter) {
        this.name = name;
        this.adapter = adapter;
    }

    /** It is configured, again or still. */
    void configured(String now) {
        adapter = now;
        orphanedAt = null;
        orphanedWhy = null;
    }

    /** It is given up: nobody can take down there what is still public. */
    void orphaned(String why, Instant at) {
        if (orphanedAt == null) {
            orphanedAt = at;
        }
        orphanedWhy = why;
    }

    /** The scan has come so far; null is the end. */
    void scanned(@Nullable String next, int placements, Instant at) {
        if (cursor == null || scanBegan == null) {
            scanBegan = at;
            scanned = 0;
        }
        scanned += placements;
        cursor = next;
        if (next == null) {
            scanEnded = at;
        }
    }

    /** The next step begins a scan. */
    void scanAnew() {
        cursor = null;
        scanBegan = null;
    }

    /** Whether no scan is under way and the next one is not due yet. */
    boolean restsUntil(Duration every, Instant now) {
        return cursor == null && scanBegan != null && now.isBefore(scanBegan.plus(every));
    }

    @Nullable
    Instant scanBegan() {
        return scanBegan;
    }

    String name() {
        return name;
    }

    boolean isOrphaned() {
        return orphanedAt != null;
    }

    @Nullable
    String orphanedWhy() {
        return orphanedWhy;
    }

    @Nullable
    String cursor() {
        return cursor;
    }

    @Nullable
    Instant scanEnded() {
        return scanEnded;
    }

    long scanned() {
        return scanned;
    }
}

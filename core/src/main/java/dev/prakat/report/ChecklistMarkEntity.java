package dev.prakat.report;

import dev.prakat.item.ItemId;
import dev.prakat.spi.OfficerId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A row of what officers said of checklists' entries. */
@Entity
@Table(name = "prakat_checklist_mark")
class ChecklistMarkEntity {

    private static final String PREFIX = "checklist:";

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "list", nullable = false, updatable = false)
    private String list;

    @Column(name = "entry", nullable = false, updatable = false)
    private String entry;

    @Column(name = "item_id")
    private @Nullable String item;

    @Column(name = "reason", nullable = false)
    private String reason = "";

    @Column(name = "marked_at", nullable = false)
    private Instant at;

    @Column(name = "marked_by", nullable = false)
    private String by;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected ChecklistMarkEntity() {}

    ChecklistMarkEntity(String list, String entry, OfficerId by, Instant at) {
        this.id = key(list, entry);
        this.list = list;
        this.entry = entry;
        this.by = by.value();
        this.at = at;
    }

    static String key(String list, String entry) {
        return PREFIX + list + "/" + entry;
    }

    String id() {
        return id;
    }

    void says(@Nullable ItemId shown, String why, OfficerId officer, Instant when) {
        item = shown == null ? null : shown.value();
        reason = why;
        by = officer.value();
        at = when;
    }

    void facts(SortedMap<String, String> facts) {
        facts.put("checklist.mark", (item == null ? "not applicable" : item) + " " + by + " " + at);
    }

    ChecklistMark toMark() {
        return new ChecklistMark(list, entry, item == null ? null : new ItemId(item), reason, new OfficerId(by), at);
    }
}

package dev.prakat.delivery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Whether the promise is being kept. Immutable.
 *
 * @param status the worst of what was found
 * @param at the instant of the look
 * @param lastSweep when a sweep last ended, on any node, or null
 * @param overdue how many removals are due and not proven, on all websites
 * @param failing how many deliveries failed and are tried again
 * @param dead how many publications need a person
 * @param targets the websites by name; those that were given up too, while something may be public there
 * @param alarms what else needs a person, in words; empty when nothing does
 */
public record Health(
        Status status,
        Instant at,
        @Nullable Instant lastSweep,
        long overdue,
        long failing,
        long dead,
        List<TargetHealth> targets,
        List<String> alarms) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public Health {
        targets = List.copyOf(targets);
        alarms = List.copyOf(alarms);
    }

    /** The worst of what was found, the worst last. */
    public enum Status {
        /** All is well. */
        UP,
        /** Some deliveries fail, need a person, or a website is not as it was proven to be. */
        DEGRADED,
        /** Something is public, or may be, after its time. */
        OVERDUE,
        /** No sweep ended in the last three intervals. */
        STALE,
        /** Nobody ever called {@code sweep()}. */
        NEVER_RAN
    }

    /**
     * The websites on which something is wrong.
     *
     * @return their names, sorted
     */
    public List<String> degraded() {
        return targets.stream()
                .filter(target -> !target.isWell())
                .map(TargetHealth::target)
                .sorted()
                .toList();
    }

    /**
     * The health for a monitor that reads JSON. Instants are ISO 8601 in UTC, durations are milliseconds; a member that is not
     * known is null.
     *
     * @return one JSON object
     */
    public String toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("status", status.name());
        json.put("at", at.toString());
        json.put("lastSweep", text(lastSweep));
        json.put("overdue", overdue);
        json.put("failing", failing);
        json.put("dead", dead);
        json.put("degraded", degraded());
        json.put("alarms", alarms);
        json.put("targets", targets.stream().map(Health::map).toList());
        try {
            return MAPPER.writeValueAsString(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("numbers and texts could not be written as JSON", e);
        }
    }

    private static Map<String, Object> map(TargetHealth target) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("target", target.target());
        json.put("configured", target.configured());
        json.put("overdue", target.overdue());
        json.put("oldestOverdue", text(target.oldestOverdue()));
        json.put("failing", target.failing());
        json.put("dead", target.dead());
        json.put("drifted", target.drifted());
        json.put("stillPublic", target.stillPublic());
        json.put("lastScan", text(target.lastScan()));
        Lateness late = target.lateness();
        json.put(
                "removalLatenessMillis",
                Map.of(
                        "removals", late.removals(),
                        "p50", late.p50().toMillis(),
                        "p95", late.p95().toMillis(),
                        "max", late.max().toMillis()));
        return json;
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }
}

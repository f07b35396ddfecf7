package dev.prakat.trafficlog;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.CheckpointSink;
import dev.prakat.spi.KeyProvider;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a traffic log lies and what it is called. Immutable. One folder holds one log, and one process at a time writes it.
 *
 * @param directory the log's own folder; made, readable by its owner only, when it is missing
 * @param host the agency's domain, which begins the log's name ({@code www.example.go.th})
 * @param node which of the agency's logs this is: 1 to 32 small letters, digits and hyphens
 * @param clock gives the time of every record, to the microsecond; never corrected
 * @param keys wraps the keys in the log's folder, or null for a key file in that folder
 * @param sinks who gets every checkpoint, away from this machine; may be empty
 * @param clockSource what the clock is held against; {@link ClockSource#NONE} for nothing
 * @param openers who may open personal parts; by default nobody
 * @param reserve how many bytes a file keeps free for a full disk; 0 for none Source: S001-R30
 */
public record TrafficLogSettings(
        Path directory,
        String host,
        String node,
        InstantSource clock,
        @Nullable KeyProvider keys,
        List<CheckpointSink> sinks,
        ClockSource clockSource,
        Predicate<Actor> openers,
        long reserve) {

    /** How much is kept free unless something else is said: 16 MiB. */
    public static final long DEFAULT_RESERVE = Reserve.DEFAULT;

    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");
    private static final Pattern NODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");

    /**
     * Checks the values.
     *
     * @throws InvalidException {@link ProblemCode#CONFIGURATION} with every finding
     */
    public TrafficLogSettings {
        sinks = List.copyOf(sinks);
        List<Finding> findings = new ArrayList<>();
        if (!HOST.matcher(host).matches()) {
            findings.add(new Finding(
                    "trafficLog.host",
                    "S001-R30",
                    "found '" + host + "', expected a domain in small ASCII letters",
                    "give the agency's domain, for example www.example.go.th"));
        }
        if (!NODE.matcher(node).matches()) {
            findings.add(new Finding(
                    "trafficLog.node",
                    "S001-R30",
                    "found '" + node + "', expected 1 to 32 small letters, digits and hyphens",
                    "give a short name, for example main or cron"));
        }
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.CONFIGURATION, "traffic log " + directory, findings);
        }
    }

    /**
     * The log of the node {@code main}, with its keys wrapped by a key file in its folder and no sinks.
     *
     * @param directory the log's own folder
     * @param host the agency's domain
     * @param clock the time
     * @return the settings
     * @throws InvalidException as the constructor
     */
    public static TrafficLogSettings of(Path directory, String host, InstantSource clock) {
        return new TrafficLogSettings(
                directory, host, "main", clock, null, List.of(), ClockSource.NONE, actor -> false, DEFAULT_RESERVE);
    }

    /**
     * These settings for another node.
     *
     * @param name the node's name
     * @return the settings
     * @throws InvalidException as the constructor
     */
    public TrafficLogSettings withNode(String name) {
        return new TrafficLogSettings(directory, host, name, clock, keys, sinks, clockSource, openers, reserve);
    }

    /**
     * These settings with another wrapping of keys. A log must always be opened with the provider that it was made with.
     *
     * @param provider wraps and unwraps the keys
     * @return the settings
     */
    public TrafficLogSettings withKeys(KeyProvider provider) {
        return new TrafficLogSettings(directory, host, node, clock, provider, sinks, clockSource, openers, reserve);
    }

    /**
     * These settings with other sinks.
     *
     * @param all who gets every checkpoint
     * @return the settings
     */
    public TrafficLogSettings withSinks(List<CheckpointSink> all) {
        return new TrafficLogSettings(directory, host, node, clock, keys, all, clockSource, openers, reserve);
    }

    /**
     * These settings with a source of time.
     *
     * @param source what the clock is held against
     * @return the settings
     */
    public TrafficLogSettings withClockSource(ClockSource source) {
        return new TrafficLogSettings(directory, host, node, clock, keys, sinks, source, openers, reserve);
    }

    /**
     * These settings with the persons who may open personal parts. Being asked, the host says who that is: the agency names them
     * in an order. Every opening is recorded with its ground, and so is one that was refused.
     *
     * @param persons whether this actor may
     * @return the settings
     */
    public TrafficLogSettings withOpeners(Predicate<Actor> persons) {
        return new TrafficLogSettings(directory, host, node, clock, keys, sinks, clockSource, persons, reserve);
    }

    /**
     * These settings with another reserve. When the disk is full it is given up, and from then on only records that end something
     * or take something away are written, until there is room again.
     *
     * @param bytes how many; 0 for none
     * @return the settings
     */
    public TrafficLogSettings withReserve(long bytes) {
        return new TrafficLogSettings(directory, host, node, clock, keys, sinks, clockSource, openers, bytes);
    }
}

package dev.prakat.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The options that every command takes, before or after its name. Their descriptions stand in the message bundles. */
final class GlobalOptions {

    static final String DEFAULT_POLICY = "sso-website";
    static final URI DEFAULT_BASE_ADDRESS = URI.create("http://localhost:8069/");

    @Option(
            names = "--data",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            defaultValue = "${env:PRAKAT_DATA:-prakat-data}")
    private Path data = Path.of("prakat-data");

    @Option(names = "--policy", paramLabel = "ID|FOLDER", scope = ScopeType.INHERIT)
    private @Nullable String policy;

    @Option(names = "--as", paramLabel = "OFFICER", scope = ScopeType.INHERIT)
    private @Nullable String officer;

    @Option(names = "--now", paramLabel = "INSTANT", scope = ScopeType.INHERIT, converter = Moment.Converter.class)
    private @Nullable Moment now;

    @Option(names = "--node", paramLabel = "NAME", scope = ScopeType.INHERIT, defaultValue = "main")
    private String node = "main";

    @Option(names = "--lang", paramLabel = "th|en", scope = ScopeType.INHERIT)
    private Messages.@Nullable Language language;

    @Option(names = "--json", scope = ScopeType.INHERIT)
    private boolean json;

    @Option(names = "--staff", paramLabel = "FILE", scope = ScopeType.INHERIT)
    private @Nullable Path staff;

    @Option(names = "--base-address", paramLabel = "URI", scope = ScopeType.INHERIT)
    private @Nullable URI baseAddress;

    Path data() {
        return data.toAbsolutePath().normalize();
    }

    @Nullable
    String policy() {
        return policy;
    }

    /**
     * Who acts.
     *
     * @throws WrongUse if nobody was named
     */
    String officer() {
        if (officer == null || officer.isBlank()) {
            throw new WrongUse("this command acts for an officer: add --as OFFICER, an id of staff.csv");
        }
        return officer;
    }

    /** The clock: it stands still at {@code --now} where that was given, and ticks in milliseconds otherwise. */
    InstantSource clock() {
        Moment fixed = now;
        if (fixed != null) {
            Instant instant = fixed.instant();
            return () -> instant;
        }
        return Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
    }

    /** Whether the time was given by hand. */
    boolean isTimeGiven() {
        return now != null;
    }

    String node() {
        return node;
    }

    boolean json() {
        return json;
    }

    @Nullable
    Path staff() {
        return staff;
    }

    @Nullable
    URI baseAddress() {
        return baseAddress;
    }
}

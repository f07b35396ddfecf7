package dev.prakat.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code log settings}: says what the traffic logs do beyond their own disk, and changes what an option names. */
@Command(name = "settings", mixinStandardHelpOptions = true)
final class LogSettingsCommand implements Callable<Integer> {

    private final Session session;

    @Option(names = "--checkpoints", paramLabel = "FOLDER", descriptionKey = "log-settings.checkpoints")
    private @Nullable String checkpoints;

    @Option(names = "--syslog", paramLabel = "HOST[:PORT]", descriptionKey = "log-settings.syslog")
    private @Nullable String syslog;

    @Option(names = "--syslog-authorities", paramLabel = "FILE", descriptionKey = "log-settings.authorities")
    private @Nullable String authorities;

    @Option(names = "--time-stamps", paramLabel = "URL", descriptionKey = "log-settings.time-stamps")
    private @Nullable String stamps;

    @Option(
            names = "--time-stamps-authorities",
            paramLabel = "FILE",
            descriptionKey = "log-settings.stamps-authorities")
    private @Nullable String stampsAuthorities;

    LogSettingsCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Map<String, String> changes = new LinkedHashMap<>();
        put(changes, LogSettingsFile.CHECKPOINTS, absolute(checkpoints));
        put(changes, LogSettingsFile.SYSLOG, syslog);
        put(changes, LogSettingsFile.AUTHORITIES, absolute(authorities));
        put(changes, LogSettingsFile.STAMPS, stamps);
        put(changes, LogSettingsFile.STAMPS_AUTHORITIES, absolute(stampsAuthorities));
        LogSettingsFile settings = LogSettingsFile.of(session.options().data());
        if (!changes.isEmpty()) {
            DataFolder.of(session.options()).keep();
            settings = settings.with(changes);
            settings.keep();
        }
        Map<String, String> values = settings.values();
        session.answer(values, () -> lines(values));
        return ExitCode.DONE;
    }

    private List<String> lines(Map<String, String> values) {
        return values.isEmpty()
                ? List.of(session.text("log-settings.none"))
                : values.entrySet().stream()
                        .map(each -> each.getKey() + " = " + each.getValue())
                        .sorted()
                        .toList();
    }

    private static void put(Map<String, String> changes, String name, @Nullable String value) {
        if (value != null) {
            changes.put(name, value);
        }
    }

    private static @Nullable String absolute(@Nullable String path) {
        return path == null || path.isEmpty()
                ? path
                : Path.of(path).toAbsolutePath().normalize().toString();
    }
}

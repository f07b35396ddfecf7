package dev.prakat.cli;

import dev.prakat.PrakatBuilder;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.CheckpointSink;
import dev.prakat.trafficlog.CheckpointFolder;
import dev.prakat.trafficlog.Pkcs12Keys;
import dev.prakat.trafficlog.SyslogServer;
import dev.prakat.trafficlog.SyslogSink;
import dev.prakat.trafficlog.TimeStampAuthority;
import dev.prakat.trafficlog.TimeStampSink;
import dev.prakat.trafficlog.TrafficLogSettings;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What a data folder's traffic logs do beyond their own disk: {@code log.properties}. Where checkpoints are kept elsewhere, which
 * central log server gets the records, which authority stamps them with the time, which PKCS#12 file wraps the keys. Holds no password, only the path of a file that has it.
 */
final class LogSettingsFile {

    static final String CHECKPOINTS = "checkpoints";
    static final String SYSLOG = "syslog";
    static final String AUTHORITIES = "syslog-authorities";
    static final String STAMPS = "time-stamps";
    static final String STAMPS_AUTHORITIES = "time-stamps-authorities";
    static final String KEYS = "keys";
    static final String PASSWORD = "keys-password-file";

    private static final List<String> NAMES =
            List.of(CHECKPOINTS, SYSLOG, AUTHORITIES, STAMPS, STAMPS_AUTHORITIES, KEYS, PASSWORD);

    private final Path file;
    private final Map<String, String> values;

    private LogSettingsFile(Path file, Map<String, String> values) {
        this.file = file;
        this.values = values;
    }

    /**
     * Reads the file; without one nothing is set.
     *
     * @throws InvalidException CONFIGURATION with everything that is wrong in it
     */
    static LogSettingsFile of(Path data) {
        Path file = data.resolve("log.properties");
        Properties kept = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
                kept.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new PrakatException(
                        ProblemCode.CONFIGURATION,
                        file + ": found no settings (" + e.getMessage() + "), expected lines NAME=VALUE in UTF-8.",
                        e);
            }
        }
        Map<String, String> values = new TreeMap<>();
        kept.forEach((name, value) -> values.put(name.toString(), value.toString()));
        LogSettingsFile settings = new LogSettingsFile(file, values);
        settings.require();
        return settings;
    }

    /** These settings with some others; an empty value takes one away. */
    LogSettingsFile with(Map<String, String> changes) {
        Map<String, String> next = new TreeMap<>(values);
        changes.forEach((name, value) -> {
            if (value.isEmpty()) {
                next.remove(name);
            } else {
                next.put(name, value);
            }
        });
        LogSettingsFile settings = new LogSettingsFile(file, next);
        settings.require();
        return settings;
    }

    void keep() {
        StringBuilder text =
                new StringBuilder("# What the traffic logs do beyond their own disk; passwords stay in their files.\n");
        values.forEach((name, value) -> text.append(name)
                .append('=')
                .append(value.replace("\\", "\\\\"))
                .append('\n'));
        try {
            Path next = Files.createTempFile(file.getParent(), ".next", ".tmp");
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new PrakatException(ProblemCode.BROKEN, file + " cannot be written (" + e + ")", e);
        }
    }

    /** What is set, by name. */
    Map<String, String> values() {
        return Map.copyOf(values);
    }

    /** What wraps the keys; empty where the key file in the log's folder does. */
    Optional<Pkcs12Keys> keys() {
        return path(KEYS).map(found -> {
            PasswordFile password = new PasswordFile(path(PASSWORD).orElseThrow());
            return Pkcs12Keys.open(found, () -> password.secret(KEYS));
        });
    }

    void applyTo(PrakatBuilder builder, Path log, InstantSource clock) {
        keys().ifPresent(builder::keys);
        sinks(log, clock).forEach(builder::checkpointSink);
    }

    TrafficLogSettings applyTo(TrafficLogSettings settings, InstantSource clock) {
        TrafficLogSettings sent = settings.withSinks(sinks(settings.directory(), clock));
        return keys().map(sent::withKeys).orElse(sent);
    }

    private List<CheckpointSink> sinks(Path log, InstantSource clock) {
        List<CheckpointSink> sinks = new ArrayList<>();
        path(CHECKPOINTS).map(CheckpointFolder::new).ifPresent(sinks::add);
        String server = values.get(SYSLOG);
        if (server != null) {
            int colon = server.lastIndexOf(':');
            String host = colon < 0 ? server : server.substring(0, colon);
            int port = colon < 0 ? SyslogServer.PORT : Integer.parseInt(server.substring(colon + 1));
            sinks.add(new SyslogSink(
                    SyslogServer.pinned(host, port, path(AUTHORITIES).orElseThrow()), log, clock));
        }
        String stamps = values.get(STAMPS);
        if (stamps != null) {
            TimeStampAuthority authority = TimeStampAuthority.of(
                    URI.create(stamps), path(STAMPS_AUTHORITIES).orElseThrow());
            sinks.add(new TimeStampSink(authority, log, TimeStampSink.HOURLY, clock));
        }
        return sinks;
    }

    private Optional<Path> path(String name) {
        return Optional.ofNullable(values.get(name)).map(Path::of);
    }

    private void require() {
        List<Finding> findings = new ArrayList<>();
        values.keySet().stream()
                .filter(name -> !NAMES.contains(name))
                .forEach(name -> findings.add(finding(
                        name, "found a setting of this name, which is unknown", "take it out; known are " + NAMES)));
        String server = values.get(SYSLOG);
        if (server != null && !server.matches("[A-Za-z0-9.-]+(:[0-9]{1,4}|:[1-5][0-9]{4}|:6[0-4][0-9]{3})?")) {
            findings.add(finding(SYSLOG, "found '" + server + "', expected HOST or HOST:PORT", "write it so"));
        }
        String stamps = values.get(STAMPS);
        if (stamps != null && !stamps.matches("https?://[!-~]+")) {
            findings.add(
                    finding(STAMPS, "found '" + stamps + "', expected http://HOST or https://HOST", "write it so"));
        }
        together(findings, STAMPS, STAMPS_AUTHORITIES, "a PEM file with the authority's certificate");
        together(findings, SYSLOG, AUTHORITIES, "a PEM file with the authority of the server's certificate");
        together(findings, KEYS, PASSWORD, "a file with the password of the PKCS#12 file and nothing else");
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.CONFIGURATION, file.toString(), findings);
        }
    }

    private void together(List<Finding> findings, String one, String other, String what) {
        if (values.containsKey(one) != values.containsKey(other)) {
            String missing = values.containsKey(one) ? other : one;
            findings.add(finding(
                    missing,
                    "found '" + (missing.equals(one) ? other : one) + "' without it, expected both",
                    "'" + other + "' is " + what));
        }
    }

    private static Finding finding(String name, String message, String remedy) {
        return new Finding(name, "prakat", message, remedy);
    }
}

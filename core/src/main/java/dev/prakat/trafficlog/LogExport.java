package dev.prakat.trafficlog;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Actor;
import dev.prakat.spi.TrafficOutcome;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes an export: the records for people and programs, and beside them what proves each of them offline. One thread, one use. */
final class LogExport {

    static final String MANIFEST = "manifest";
    static final String TITLE = "prakat traffic log export v1";
    static final String LEAVES = "leaves";
    static final String PERSONAL = "personal";

    private final Path folder;
    private final ExportFormat format;
    private final LogQuery query;
    private final String order;
    private final String user;
    private long records;
    private long opened;

    /**
     * @param user the pseudonym of whom was asked for, or null
     */
    LogExport(Path folder, ExportFormat format, LogQuery query, String order, @Nullable String user) {
        this.folder = folder;
        this.format = format;
        this.query = query;
        this.order = order;
        this.user = user == null ? "-" : user;
    }

    /**
     * Refuses what nobody could have meant.
     *
     * @throws PrakatException {@link ProblemCode#INVALID_INPUT} if so
     */
    static void check(String order, Path folder) {
        List<Finding> findings = new ArrayList<>();
        LogQuery.line(findings, "order", order);
        String[] there = folder.toFile().list();
        boolean free = there == null ? !Files.exists(folder) : there.length == 0;
        if (!free) {
            findings.add(new Finding(
                    "out", "S001-R30", "found something at " + folder, "give a folder that does not exist yet"));
        }
        if (!findings.isEmpty()) {
            throw new InvalidException(ProblemCode.INVALID_INPUT, "export of the traffic log", findings);
        }
    }

    ExportReport run(LogReading reading, LogOpening.Opened parts, Actor actor) throws IOException {
        List<ExportReport> reports = new ArrayList<>();
        String by = parts.records().pseudonym(actor.officer().value());
        Instant now = parts.clock().instant();
        LogIdentity identity = new LogIdentity(parts.verifier(), parts.keys().signing(), parts.keys());
        reading.run("log.export", "export", order, (sources, intent) -> {
            TrafficOutcome done = write(sources, identity, by, now, reading);
            List<String> files = List.of(MANIFEST, format.file(), LEAVES, PERSONAL);
            reports.add(new ExportReport(folder, intent, records, opened, LogReading.origins(sources), files));
            return done;
        });
        return reports.get(0);
    }

    /** Writes everything; the manifest, which signs for the rest, comes last. */
    private TrafficOutcome write(
            List<LogSource> sources, LogIdentity identity, String by, Instant now, LogReading reading)
            throws IOException {
        Files.createDirectories(folder, DiskStorage.permissions(folder, "rwx------"));
        StringBuilder manifest = new StringBuilder(TITLE + "\norder " + order + "\n");
        manifest.append("by ").append(by).append("\nmade ").append(now).append('\n');
        manifest.append("asked ").append(query.path()).append("\nuser ").append(user);
        manifest.append("\nitem ").append(query.item() == null ? "-" : query.item());
        manifest.append("\nopened ").append(query.ground() == null ? "-" : query.ground());
        manifest.append("\nformat ").append(format).append('\n');
        Map<String, TileReader> tiles = new LinkedHashMap<>();
        StringBuilder files = new StringBuilder();
        for (LogSource each : sources) {
            String checkpoint = "checkpoint-" + tiles.size();
            byte[] note = each.signed().note().getBytes(StandardCharsets.UTF_8);
            try (ExportFile file = new ExportFile(folder, checkpoint)) {
                file.write(each.signed().note());
            }
            files.append(ExportFile.line(checkpoint, note));
            manifest.append("log ")
                    .append(each.signed().key().text())
                    .append(' ')
                    .append(verdict(each))
                    .append('\n');
            tiles.put(
                    each.origin(),
                    new TileReader(each.storage(), each.signed().checkpoint().size()));
        }
        lines(sources, tiles, reading).forEach(each -> files.append(each.line()));
        manifest.append("records ")
                .append(records)
                .append("\nopen ")
                .append(opened)
                .append('\n')
                .append(files);
        String signed =
                identity.signing().sign(identity.origin(), manifest.toString()).encode();
        try (ExportFile file = new ExportFile(folder, MANIFEST)) {
            file.write(signed);
        }
        String hash = HexFormat.of().formatHex(Hashes.sha256().digest(signed.getBytes(StandardCharsets.UTF_8)));
        return new TrafficOutcome(TrafficOutcome.Status.OK, "records:" + records + " manifest:" + hash, -1, -1);
    }

    private List<ExportFile> lines(List<LogSource> sources, Map<String, TileReader> tiles, LogReading reading)
            throws IOException {
        List<String> origins = new ArrayList<>(tiles.keySet());
        ExportFile readable = new ExportFile(folder, format.file());
        ExportFile leaves = new ExportFile(folder, LEAVES);
        ExportFile personal = new ExportFile(folder, PERSONAL);
        try (readable;
                leaves;
                personal;
                LogMerge merge = new LogMerge(sources)) {
            readable.write(format.heading());
            for (LogRecord next = merge.next(); next != null; next = merge.next()) {
                reading.handOut();
                records++;
                opened += next.personal() == null ? 0 : 1;
                readable.write(format.line(next));
                TileReader reader = tiles.get(next.origin());
                List<byte[]> path = reader == null ? List.of() : reader.inclusion(next.index());
                leaves.write(ExportLeaf.line(origins.indexOf(next.origin()), next, path));
                personal.write(ExportLeaf.personal(next));
            }
        }
        return List.of(readable, leaves, personal);
    }

    /** What a verification of the whole log said when it was exported; a log that was tampered with can be exported all the same. */
    private static String verdict(LogSource source) {
        return TrafficLogVerifier.verify(source.storage(), source.signed().key().text())
                .verdict()
                .name();
    }
}

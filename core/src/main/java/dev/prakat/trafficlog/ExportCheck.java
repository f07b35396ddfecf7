package dev.prakat.trafficlog;

import dev.prakat.trafficlog.VerificationReport.Verdict;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks an export with nothing but its folder and the logs' public keys: the signed manifest, every file, the proof of every
 * record, the commitment to every open personal part, and that the readable file says what the proven records say. One thread,
 * one use.
 */
final class ExportCheck {

    private final Path folder;
    private final List<String> given;
    private final List<String> notes = new ArrayList<>();
    private long proven;

    /**
     * @param given the auditor's keys; empty to take those of the manifest
     */
    ExportCheck(Path folder, List<String> given) {
        this.folder = folder;
        this.given = List.copyOf(given);
    }

    VerificationReport run() throws IOException {
        byte[] note = Files.readAllBytes(folder.resolve(LogExport.MANIFEST));
        SignedNote parsed = SignedNote.parse(note);
        ExportManifest manifest = parsed == null ? null : ExportManifest.parse(parsed.text());
        if (manifest == null || manifest.logs().isEmpty()) {
            return report(null, new Damage(0, LogExport.MANIFEST, 0, "found no signed manifest of an export"));
        }
        VerifierKey first = manifest.logs().get(0);
        for (VerifierKey each : manifest.logs()) {
            if (!given.isEmpty() && given.stream().noneMatch(key -> key.strip().equals(each.text()))) {
                return report(
                        manifest,
                        new Damage(0, LogExport.MANIFEST, 0, "the key of " + each.name() + " is not a given one"));
            }
        }
        if (given.isEmpty()) {
            notes.add("checked with the keys of the manifest; give the printed keys to know whose they are");
        }
        if (first.signed(note) == null) {
            return report(
                    manifest, new Damage(0, LogExport.MANIFEST, 0, "the manifest is not signed by " + first.name()));
        }
        for (int i = 0; i < manifest.logs().size(); i++) {
            notes.add(manifest.logs().get(i).name() + " was "
                    + manifest.verdicts().get(i) + " when it was exported");
        }
        Damage damage = files(manifest);
        return report(manifest, damage != null ? damage : records(manifest));
    }

    private @Nullable Damage files(ExportManifest manifest) throws IOException {
        for (Map.Entry<String, String> each : manifest.files().entrySet()) {
            Path file = folder.resolve(each.getKey());
            // A name of the manifest is somebody else's text; it must not lead out of the folder.
            boolean inside = each.getKey().matches("[a-z0-9.-]{1,40}") && Files.isRegularFile(file);
            String found = inside ? hashed(file) : "nothing";
            if (!found.equals(each.getValue())) {
                return new Damage(
                        0, each.getKey(), 0, "found length and hash " + found + ", expected " + each.getValue());
            }
        }
        for (String needed :
                List.of(LogExport.LEAVES, LogExport.PERSONAL, manifest.format().file())) {
            if (!manifest.files().containsKey(needed)) {
                return new Damage(0, needed, 0, "the manifest does not name it");
            }
        }
        return null;
    }

    private static String hashed(Path file) throws IOException {
        MessageDigest digest = Hashes.sha256();
        try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
            long bytes = in.transferTo(OutputStream.nullOutputStream());
            return bytes + " " + HexFormat.of().formatHex(digest.digest());
        }
    }

    private @Nullable Damage records(ExportManifest manifest) throws IOException {
        List<Checkpoint> signed = new ArrayList<>();
        for (VerifierKey each : manifest.logs()) {
            String name = "checkpoint-" + signed.size();
            Checkpoint checkpoint = each.checkpoint(Files.readAllBytes(folder.resolve(name)), true);
            if (checkpoint == null) {
                return new Damage(0, name, 0, "it is not signed by " + each.name());
            }
            signed.add(checkpoint);
        }
        MessageDigest readable = Hashes.sha256();
        readable.update(manifest.format().heading().getBytes(StandardCharsets.UTF_8));
        try (BufferedReader leaves = lines(LogExport.LEAVES);
                BufferedReader personal = lines(LogExport.PERSONAL)) {
            for (String line = leaves.readLine(); line != null; line = leaves.readLine()) {
                ExportLeaf leaf = ExportLeaf.parse(line, signed.size());
                VerifierKey key = leaf == null ? null : manifest.logs().get(leaf.log());
                if (leaf == null || key == null || !leaf.isProven(signed.get(leaf.log()))) {
                    return bad(LogExport.LEAVES, "this record is not proven by the signed root");
                }
                String sealed = personal.readLine();
                LogRecord record = sealed == null ? null : leaf.record(key.name(), sealed);
                if (record == null) {
                    return bad(LogExport.PERSONAL, "the personal part is not the one that the record commits to");
                }
                readable.update(manifest.format().line(record).getBytes(StandardCharsets.UTF_8));
                proven++;
            }
        }
        String file = manifest.format().file();
        String hash = HexFormat.of().formatHex(readable.digest());
        if (!String.valueOf(manifest.files().get(file)).endsWith(" " + hash)) {
            return new Damage(0, file, 0, "it does not say what the proven records say");
        }
        return proven == manifest.records()
                ? null
                : bad(LogExport.LEAVES, "found " + proven + " records, expected " + manifest.records());
    }

    private BufferedReader lines(String name) throws IOException {
        return new BufferedReader(
                new InputStreamReader(Files.newInputStream(folder.resolve(name)), StandardCharsets.UTF_8), 1 << 16);
    }

    private Damage bad(String file, String what) {
        return new Damage(proven, file, 0, "line " + (proven + 1) + ": " + what);
    }

    private VerificationReport report(@Nullable ExportManifest manifest, @Nullable Damage damage) {
        String origin = manifest == null || manifest.logs().isEmpty()
                ? ""
                : manifest.logs().get(0).name();
        long records = manifest == null ? 0 : manifest.records();
        Verdict verdict = damage == null ? Verdict.SOUND : Verdict.TAMPERED;
        return new VerificationReport(verdict, origin, records, proven, damage, notes, Map.of(), 0);
    }
}

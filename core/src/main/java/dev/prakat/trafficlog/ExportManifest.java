package dev.prakat.trafficlog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the signed text of an export says.
 *
 * @param order the number of the order
 * @param format how the readable file is written
 * @param logs the keys of the logs
 * @param verdicts what their verifications said when the export was made
 * @param records how many records
 * @param files the name of each file with its length and hash
 */
record ExportManifest(
        String order,
        ExportFormat format,
        List<VerifierKey> logs,
        List<String> verdicts,
        long records,
        Map<String, String> files) {

    /**
     * Reads a manifest.
     *
     * @return what it says, or null if the text is not one
     */
    static @Nullable ExportManifest parse(String text) {
        List<String> lines = text.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(LogExport.TITLE)) {
            return null;
        }
        Map<String, String> values = new LinkedHashMap<>();
        List<VerifierKey> logs = new ArrayList<>();
        List<String> verdicts = new ArrayList<>();
        Map<String, String> files = new LinkedHashMap<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] parts = line.split(" ", 3);
            if (parts[0].equals("log") && parts.length == 3) {
                VerifierKey key = VerifierKey.parse(parts[1]);
                if (key == null) {
                    return null;
                }
                logs.add(key);
                verdicts.add(parts[2]);
            } else if (parts[0].equals("file") && parts.length == 3) {
                files.put(parts[1], parts[2]);
            } else {
                values.put(parts[0], line.substring(Math.min(line.length(), parts[0].length() + 1)));
            }
        }
        try {
            return new ExportManifest(
                    values.getOrDefault("order", ""),
                    ExportFormat.valueOf(values.getOrDefault("format", "")),
                    List.copyOf(logs),
                    List.copyOf(verdicts),
                    Long.parseLong(values.getOrDefault("records", "")),
                    Map.copyOf(files));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}

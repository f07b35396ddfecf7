package dev.prakat.staticsite;

import dev.prakat.problem.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads the folder of an agency's theme: its own files, no link and no folder below. Stateless. */
final class ThemeFolder {

    /** In bytes, all files together: pages load fonts and pictures over slow lines. */
    static final long ROOM = 2L << 20;

    private ThemeFolder() {}

    /**
     * Reads all files of a theme. Notes for people ({@code .md}, {@code .txt}) and hidden files are no part of it.
     *
     * @param findings takes what cannot be part of a theme
     * @return the bytes of the files as ISO 8859-1, by name
     */
    static SortedMap<String, String> read(Path folder, List<Finding> findings) {
        SortedMap<String, String> files = new TreeMap<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            long room = ROOM;
            for (Path file : sorted(all)) {
                String name = String.valueOf(file.getFileName());
                if (name.startsWith(".") || name.endsWith(".md") || name.endsWith(".txt")) {
                    continue;
                }
                if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    add(findings, name, "found a folder or a link, expected a file", "put the file itself here");
                    continue;
                }
                room -= Files.size(file);
                if (room < 0) {
                    add(
                            findings,
                            name,
                            "found more than " + ROOM + " bytes in all",
                            "make the pictures and fonts smaller");
                    break;
                }
                files.put(name, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            add(findings, folder.toString(), "cannot be read (" + e + ")", "give the folder of the theme");
        }
        return files;
    }

    private static Iterable<Path> sorted(DirectoryStream<Path> all) {
        TreeSet<Path> sorted = new TreeSet<>();
        all.forEach(sorted::add);
        return sorted;
    }

    private static void add(List<Finding> findings, String place, String message, String remedy) {
        findings.add(new Finding(place, ThemeLint.RULE, message, remedy));
    }
}

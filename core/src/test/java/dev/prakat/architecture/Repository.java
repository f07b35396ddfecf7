package dev.prakat.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The working copy that the tests run in: its modules and their files. */
final class Repository {

    /** A module stands at most this deep: {@code examples/<name>/pom.xml}. */
    private static final int MODULE_DEPTH = 3;

    private static final Path ROOT = find(Path.of("").toAbsolutePath());

    private Repository() {}

    /** The folder with {@code mvnw}. */
    static Path root() {
        return ROOT;
    }

    /** The modules, as folders. */
    static List<Path> modules() {
        return files(ROOT, MODULE_DEPTH, "pom.xml").stream()
                .map(Path::getParent)
                .filter(module -> Files.isDirectory(module.resolve("src")))
                .toList();
    }

    /** The Java files of all modules, without tests. */
    static List<Path> mainSources() {
        return inModules("src/main/java", ".java");
    }

    /** The resources of all modules whose name ends so, without tests. */
    static List<Path> mainResources(String suffix) {
        return inModules("src/main/resources", suffix);
    }

    /** The compiled main classes of core. */
    static Path coreClasses() {
        return ROOT.resolve("core/target/classes");
    }

    /** How a message names a file: from the root, with forward slashes. */
    static String name(Path file) {
        return ROOT.relativize(file).toString().replace('\\', '/');
    }

    static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(name(file) + ": not readable as UTF-8", e);
        }
    }

    private static List<Path> inModules(String folder, String suffix) {
        return modules().stream()
                .map(module -> module.resolve(folder))
                .filter(Files::isDirectory)
                .flatMap(sources -> files(sources, Integer.MAX_VALUE, suffix).stream())
                .toList();
    }

    private static List<Path> files(Path folder, int depth, String suffix) {
        try (Stream<Path> paths = Files.walk(folder, depth)) {
            return paths.filter(path -> path.toString().endsWith(suffix))
                    .filter(Files::isRegularFile)
                    .filter(path -> !folder.relativize(path).startsWith("target"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path find(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "found no mvnw in " + start + " or above it; run the tests in the working copy");
    }
}

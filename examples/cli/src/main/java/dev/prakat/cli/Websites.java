package dev.prakat.cli;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The websites of a data folder beside its own: {@code websites/NAME.properties}. */
final class Websites {

    private static final String END = ".properties";

    private final Path folder;

    Websites(Path data) {
        this.folder = data.resolve("websites");
    }

    /**
     * All of them, by name.
     *
     * @throws PrakatException CONFIGURATION if a file is not one of ours
     */
    List<Website> all() {
        List<Website> all = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.getFileName().toString().endsWith(END))
                        .map(Websites::read)
                        .forEach(all::add);
            } catch (IOException e) {
                throw broken("read", e);
            }
        }
        all.sort(Comparator.comparing(Website::name));
        return List.copyOf(all);
    }

    /**
     * The one of a name, or all of them.
     *
     * @param name the name; null for all
     * @throws PrakatException NOT_FOUND if there is none
     */
    static List<Website> chosen(Session session, @Nullable String name) {
        List<Website> all = new Websites(session.options().data()).all();
        List<Website> chosen = all.stream()
                .filter(website -> name == null || website.name().equals(name))
                .toList();
        if (chosen.isEmpty()) {
            throw new PrakatException(
                    ProblemCode.NOT_FOUND,
                    "found no website " + (name == null ? "" : "'" + name + "' ") + "beside the folder's own"
                            + (all.isEmpty()
                                    ? ""
                                    : ", only "
                                            + all.stream().map(Website::name).toList())
                            + "; begin with 'target add wordpress'");
        }
        return chosen;
    }

    /**
     * Adds one, or takes over other settings of one with the same address.
     *
     * @throws PrakatException CONFLICT if the name stands for another address: what is public there could not be taken down
     *     any more
     */
    void keep(Website website) {
        Path file = folder.resolve(website.name() + END);
        if (Files.exists(file) && !read(file).address().equals(website.address())) {
            throw new PrakatException(
                    ProblemCode.CONFLICT,
                    "website '" + website.name() + "': found the address " + website.address() + ", but it stands for "
                            + read(file).address() + " already (" + file + "). Give the other site a name of its own.");
        }
        try {
            Files.createDirectories(folder);
            Path next = Files.createTempFile(folder, ".next", ".tmp");
            Files.writeString(next, website.text());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw broken("written", e);
        }
    }

    private static Website read(Path file) {
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            kept.load(reader);
            String name = file.getFileName().toString();
            return Website.of(name.substring(0, name.length() - END.length()), kept);
        } catch (IOException | IllegalArgumentException e) {
            throw new PrakatException(
                    ProblemCode.CONFIGURATION,
                    file + ": found no settings of a website (" + e.getMessage()
                            + "), expected what 'target add wordpress' writes. Mend it, or add the website again.",
                    e);
        }
    }

    private PrakatException broken(String verb, IOException problem) {
        return new PrakatException(
                ProblemCode.BROKEN, "folder " + folder + " cannot be " + verb + " (" + problem + ")", problem);
    }
}

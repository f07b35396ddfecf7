package dev.prakat.report;

import dev.prakat.category.Category;
import dev.prakat.category.CategoryTerms.Presence;
import dev.prakat.policy.AgencyPolicy;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A list of what a website must show, as data: the policy's own topics, or a file. Immutable. Source: S003-R19
 *
 * @param id its key: {@code policy}, {@code oia-7}, {@code oia-9}, {@code gws-2.0}, {@code oit-2567}, or a file's name
 * @param entries what it asks for, in its order
 */
public record Checklist(String id, List<ChecklistEntry> entries) {

    /** The key of the list that a policy's own matrix makes. */
    public static final String POLICY = "policy";

    private static final List<String> BUILT_IN = List.of("oia-7", "oia-9", "gws-2.0", "oit-2567");

    /** Copies the list. */
    public Checklist {
        entries = List.copyOf(entries);
    }

    /**
     * The lists that Prakat ships: sections 7 and 9 of the Official Information Act, the Government Website Standard 2.0, and the
     * OIT list of the fiscal year 2567. OIT numbers change every year: for another year give a file.
     *
     * @return the keys that {@link #builtIn} knows
     */
    public static List<String> builtInIds() {
        return BUILT_IN;
    }

    /**
     * Reads a list that Prakat ships.
     *
     * @param id one of {@link #builtInIds()}
     * @return the list
     * @throws PrakatException {@code NOT_FOUND} if there is none of this key
     */
    public static Checklist builtIn(String id) {
        String resource = "checklist/" + id + ".csv";
        if (!BUILT_IN.contains(id)) {
            throw new PrakatException(
                    ProblemCode.NOT_FOUND,
                    "checklist '" + id + "' is not built in; built-in ones: " + String.join(", ", BUILT_IN)
                            + "; for another one, such as the OIT list of another year, give a file");
        }
        try (InputStream in = Checklist.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IOException("no resource " + resource);
            }
            return new Checklist(id, ChecklistFile.read(resource, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException("the jar is damaged: " + resource, e);
        }
    }

    /**
     * Reads a list from a file, whose name without its ending is the list's key.
     *
     * @param file CSV with the columns {@code id}, {@code label_th}, {@code label_en}, {@code needed}, and if wanted
     *     {@code category}, {@code confidence}, {@code source}
     * @return the list
     * @throws InvalidException listing every bad row
     * @throws PrakatException {@code NOT_FOUND} if the file cannot be read
     */
    public static Checklist load(Path file) {
        String name = String.valueOf(file.getFileName());
        try {
            return new Checklist(
                    name.contains(".") ? name.substring(0, name.lastIndexOf('.')) : name,
                    ChecklistFile.read(name, Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new PrakatException(
                    ProblemCode.NOT_FOUND, "checklist " + file + " cannot be read: " + e + "; give a CSV file", e);
        }
    }

    /**
     * The policy's own list: each category that must have content, by its sub-items where the matrix names some. Source: S003-T01
     *
     * @param policy the agency's policy
     * @return the list; without entries when the policy asks for nothing
     */
    public static Checklist of(AgencyPolicy policy) {
        List<ChecklistEntry> entries = new ArrayList<>();
        for (Category category : policy.categories().all()) {
            Presence presence = category.terms().presence();
            if (presence != Presence.OPTIONAL) {
                ChecklistEntry.Need need =
                        presence == Presence.MANDATORY ? ChecklistEntry.Need.YES : ChecklistEntry.Need.IF_ANY;
                boolean whole = category.terms().checklist().isEmpty();
                if (whole) {
                    entries.add(entry(category, category.row(), category.label(), need, true));
                }
                category.terms()
                        .checklist()
                        .forEach(item -> entries.add(entry(category, item.id(), item.label(), need, false)));
            }
        }
        return new Checklist(POLICY, entries);
    }

    private static ChecklistEntry entry(
            Category category, String id, String label, ChecklistEntry.Need need, boolean whole) {
        return new ChecklistEntry(id, label, label, need, category.id(), whole, "high", category.rule());
    }

    /**
     * An entry by its key.
     *
     * @param entry the key, in any case
     * @return the entry; empty when the list has none of this key
     */
    public Optional<ChecklistEntry> find(String entry) {
        return entries.stream()
                .filter(each -> each.id().equalsIgnoreCase(entry))
                .findFirst();
    }
}

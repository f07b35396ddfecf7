package dev.prakat.staticsite;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.TargetFinding;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * Which theme a site is rendered with. That is the one that the state folder keeps, so that all pages are of one kind whatever
 * becomes of the folder that it came from; a rebuild takes over the folder, and so does the first publication of a new site. One
 * thread at a time.
 */
final class Themes {

    /** What cannot be read. */
    private static final KeptTheme BROKEN = new KeptTheme("cannot be read", "unknown", Collections.emptySortedMap());

    /** The default theme has no files of its own. */
    private static final SortedMap<String, String> NONE = Collections.emptySortedMap();

    private final SiteSettings settings;
    private final StateFolder state;
    private @Nullable Theme last;

    Themes(SiteSettings settings, StateFolder state) {
        this.settings = settings;
        this.state = state;
    }

    /** The theme in force. One that this version of Prakat cannot use any more is the default one, until a rebuild. */
    Theme inForce() throws IOException {
        Optional<KeptTheme> kept = kept();
        if (kept.isPresent()) {
            return usable(kept.get()) ? of(kept.get().files()) : of(Map.of());
        }
        boolean fresh = state.binding().isEmpty();
        Optional<Given> first = fresh ? given().filter(g -> g.findings().isEmpty()) : Optional.empty();
        return of(first.map(Given::files).orElse(NONE));
    }

    /**
     * The theme that a rebuild puts in force: the one in the folder that the target was built with, else the one that is.
     *
     * @throws InvalidException with everything that speaks against the folder; the one in force stays
     */
    Theme next() throws IOException {
        Optional<Given> given = given();
        if (given.isEmpty()) {
            return inForce();
        }
        if (!given.get().findings().isEmpty()) {
            throw new InvalidException(
                    ProblemCode.CONFIGURATION,
                    given.get().subject(),
                    given.get().findings());
        }
        return of(given.get().files());
    }

    /** What {@link StaticSiteTarget#check} tells: never an error, since a take-down must not wait for a theme. */
    List<TargetFinding> findings() throws IOException {
        List<TargetFinding> findings = new ArrayList<>();
        Optional<KeptTheme> kept = kept();
        if (kept.isPresent() && !usable(kept.get())) {
            findings.add(warning(
                    "the theme in force cannot be used by this version of Prakat, and new pages have the default one",
                    "mend the theme and run site rebuild with it"));
        } else if (kept.isPresent() && !kept.get().standard().equals(ThemeFiles.STANDARD_DIGEST)) {
            findings.add(warning(
                    "the pages were rendered with the default theme of another version of Prakat", "run site rebuild"));
        }
        Optional<Given> given = given();
        if (given.isEmpty()) {
            return findings;
        }
        String before = kept.map(KeptTheme::digest).orElseGet(() -> KeptTheme.digest(NONE));
        String after = KeptTheme.digest(given.get().files());
        if (!given.get().findings().isEmpty()) {
            String all = new InvalidException(
                            ProblemCode.CONFIGURATION,
                            given.get().subject(),
                            given.get().findings())
                    .getMessage();
            findings.add(warning(
                    Objects.requireNonNullElse(all, "") + "\n  The theme before stays in force.",
                    "mend all of it, then run site rebuild"));
        } else if (!before.equals(after) && state.binding().isPresent()) {
            findings.add(warning(
                    given.get().subject() + ": found the digest " + beginning(after)
                            + ", and the pages were rendered with " + beginning(before),
                    "run site rebuild: it takes the theme over and renders every page"));
        }
        return findings;
    }

    /** Takes over the folder for a site that has no page yet; a bad one leaves the default theme. */
    void begin() throws IOException {
        Optional<Given> given = given();
        if (given.isPresent()
                && given.get().findings().isEmpty()
                && !given.get().files().isEmpty()) {
            state.replace(
                    StateFolder.THEME, StateFolder.json(KeptTheme.of(given.get().files())));
        }
    }

    /** A folder as it is now. */
    private record Given(String subject, SortedMap<String, String> files, List<Finding> findings) {}

    private Optional<Given> given() {
        Path folder = settings.look().theme();
        if (folder == null) {
            return Optional.empty();
        }
        List<Finding> findings = new ArrayList<>();
        SortedMap<String, String> files = ThemeFolder.read(folder, findings);
        if (!files.isEmpty() && !(findings.isEmpty() && isKept(files))) {
            findings.addAll(ThemeLint.look(files));
        }
        return Optional.of(new Given("theme " + folder, files, List.copyOf(findings)));
    }

    /** What was tried with this version already is not tried again at every start. */
    private boolean isKept(Map<String, String> files) {
        return kept().filter(kept -> kept.standard().equals(ThemeFiles.STANDARD_DIGEST)
                        && kept.digest().equals(KeptTheme.digest(files)))
                .isPresent();
    }

    private Optional<KeptTheme> kept() {
        try {
            return state.theme();
        } catch (IOException e) {
            return Optional.of(BROKEN);
        }
    }

    private static boolean usable(KeptTheme kept) {
        return kept.isWhole()
                && (kept.standard().equals(ThemeFiles.STANDARD_DIGEST)
                        || ThemeLint.look(kept.files()).isEmpty());
    }

    /** Templates are compiled once. */
    private Theme of(Map<String, String> files) {
        Theme known = last;
        if (known == null || !known.files().own().equals(files)) {
            known = files.isEmpty() ? new Theme() : new Theme(new ThemeFiles(files));
            last = known;
        }
        return known;
    }

    /** Enough of a digest to tell two apart. */
    private static String beginning(String digest) {
        return digest.substring(0, Math.min(12, digest.length()));
    }

    private static TargetFinding warning(String message, String remedy) {
        return new TargetFinding(TargetFinding.Severity.WARNING, message, remedy);
    }
}

package dev.prakat.staticsite;

import dev.prakat.problem.Finding;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Renders a page of every type with a theme, before it is used. One trial; one thread. */
final class ThemeTrial {

    /** Something wrong, on the pages that have it. The message is that of the first. */
    private record Cause(String message, Set<ThemeSample> pages) {}

    private final ThemeFiles files;
    private final List<ThemeSample> samples;
    private final Map<String, Cause> causes = new LinkedHashMap<>();

    private ThemeTrial(ThemeFiles files) {
        this.files = files;
        this.samples = ThemeSamples.of(new Theme(files));
    }

    /** All that speaks against the pages of a theme: a finding for each cause, however many pages have it. */
    static List<Finding> run(ThemeFiles files) {
        ThemeTrial trial = new ThemeTrial(files);
        for (ThemeSample sample : trial.samples) {
            faults(sample)
                    .forEach(fault -> trial.causes
                            .computeIfAbsent(fault.cause(), c -> new Cause(fault.message(), new LinkedHashSet<>()))
                            .pages()
                            .add(sample));
        }
        return trial.causes.values().stream().map(trial::finding).toList();
    }

    private static List<PageLint.Fault> faults(ThemeSample sample) {
        byte[] page;
        try {
            page = sample.render();
        } catch (RuntimeException e) {
            // Whatever a template makes the engine throw is a finding about the theme, and no more.
            return List.of(PageLint.Fault.of("cannot be rendered: " + e.getMessage()));
        }
        return PageLint.look(sample, page);
    }

    private Finding finding(Cause cause) {
        ThemeSample example = cause.pages().iterator().next();
        int pages = cause.pages().size();
        String where = pages == 1 ? "" : "on " + pages + " of " + samples.size() + " pages, for example ";
        return new Finding(
                place(cause.pages(), example),
                ThemeLint.RULE,
                where + example.what() + ": " + cause.message(),
                "mend it, or take the default template as a pattern");
    }

    /** The files of the agency's that all these pages are made from; those first that the fewest pages are made from. */
    private String place(Set<ThemeSample> pages, ThemeSample example) {
        Set<String> suspects = new TreeSet<>(files.own().keySet());
        pages.forEach(page -> suspects.retainAll(madeFrom(page)));
        return suspects.isEmpty()
                ? file(example.template())
                : suspects.stream()
                        .sorted(Comparator.comparingLong(this::pagesOf).thenComparing(Comparator.naturalOrder()))
                        .collect(Collectors.joining(" or "));
    }

    private long pagesOf(String file) {
        return samples.stream().filter(page -> madeFrom(page).contains(file)).count();
    }

    private Set<String> madeFrom(ThemeSample page) {
        return files.templates(page.template()).stream().map(ThemeTrial::file).collect(Collectors.toSet());
    }

    private static String file(String template) {
        return template + ".mustache";
    }
}

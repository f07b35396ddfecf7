package dev.prakat.staticsite;

import dev.prakat.problem.Finding;
import java.util.ArrayList;
import java.util.List;

/** Renders a page of every type with a theme, before it is used. Stateless. */
final class ThemeTrial {

    private ThemeTrial() {}

    /** All that speaks against the pages of a theme. */
    static List<Finding> run(ThemeFiles files) {
        List<Finding> findings = new ArrayList<>();
        for (ThemeSamples.Sample sample : ThemeSamples.of(new Theme(files))) {
            String place = sample.template() + ".mustache";
            byte[] page;
            try {
                page = sample.page().get();
            } catch (RuntimeException e) {
                // Whatever a template makes the engine throw is a finding about the theme, and no more.
                findings.add(finding(place, "cannot be rendered: " + e.getMessage()));
                continue;
            }
            PageLint.look(sample, page).forEach(found -> findings.add(finding(place, sample.what() + ": " + found)));
        }
        return findings;
    }

    private static Finding finding(String place, String message) {
        return new Finding(place, ThemeLint.RULE, message, "mend it, or take the default template as a pattern");
    }
}

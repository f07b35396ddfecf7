package dev.prakat.category;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Finds the categories that somebody may have meant, for a message. */
final class NearestCategories {

    private static final int SHOWN = 3;
    private static final double ALIKE = 0.6;

    private final Collection<Category> categories;
    private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();

    NearestCategories(Collection<Category> categories) {
        this.categories = categories;
    }

    /** The nearest few on one line, or an empty text when nothing comes near. */
    String to(String wanted) {
        String last = LabelText.key(wanted.substring(wanted.lastIndexOf('/') + 1));
        String lower = wanted.toLowerCase(Locale.ROOT);
        return categories.stream()
                .map(category -> new Near(category, score(category, lower, last)))
                .filter(near -> near.score() >= ALIKE)
                .sorted(Comparator.comparingDouble(Near::score).reversed())
                .limit(SHOWN)
                .map(near -> describe(near.category()))
                .collect(Collectors.joining(", "));
    }

    static String describe(Category category) {
        return category.id() + " (" + category.row() + " " + category.label() + ")";
    }

    private double score(Category category, String id, String label) {
        double best = similarity.apply(category.id().value(), id);
        for (String form : forms(category)) {
            best = Math.max(best, similarity.apply(LabelText.key(form), label));
        }
        return best;
    }

    private static List<String> forms(Category category) {
        return Stream.concat(Stream.of(category.label()), category.variants().stream())
                .toList();
    }

    private record Near(Category category, double score) {}
}

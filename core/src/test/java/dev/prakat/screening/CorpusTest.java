package dev.prakat.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What screening finds in the corpus, which was written before it. */
class CorpusTest {

    private final Corpus corpus = Corpus.read("corpus.tsv");
    private final List<String> differences = new ArrayList<>();
    private final Map<ScreeningKind, Corpus.Score> scores = corpus.scores(differences);

    @Test
    @Tag("PRAKAT-SCREENING")
    void whatMustNotBePublicIsFound() {
        assertThat(corpus.lines).hasSizeGreaterThanOrEqualTo(400);
        Corpus.Score blocking = Corpus.sum(scores.entrySet().stream()
                .filter(entry -> entry.getKey().usual() == ScreeningAction.BLOCK)
                .map(Map.Entry::getValue));
        assertThat(blocking.recall()).as("%s%n%s", blocking, differences).isGreaterThanOrEqualTo(0.99);
    }

    @Test
    @Tag("PRAKAT-SCREENING")
    void whatIsFoundIsSeldomSomethingElse() {
        Corpus.Score all = Corpus.sum(scores.values().stream());
        assertThat(all.precision()).as("%s%n%s", all, differences).isGreaterThanOrEqualTo(0.95);
    }
}

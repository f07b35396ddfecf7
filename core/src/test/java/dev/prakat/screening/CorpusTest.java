package dev.prakat.screening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What screening finds in the corpus, which was written before it, and in the texts that were held out. */
@Tag("PRAKAT-SCREENING")
class CorpusTest {

    private final List<String> differences = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"corpus.tsv, 400", "held-out.tsv, 80"})
    void whatMustNotBePublicIsFound(String resource, int least) {
        Corpus corpus = Corpus.read(resource);
        Corpus.Score blocking = Corpus.sum(corpus.scores(differences).entrySet().stream()
                .filter(entry -> entry.getKey().usual() == ScreeningAction.BLOCK)
                .map(Map.Entry::getValue));

        assertThat(corpus.lines).hasSizeGreaterThanOrEqualTo(least);
        assertThat(blocking.recall()).as("%s%n%s", blocking, differences).isGreaterThanOrEqualTo(0.99);
    }

    @ParameterizedTest
    @ValueSource(strings = {"corpus.tsv", "held-out.tsv"})
    void whatIsFoundIsSeldomSomethingElse(String resource) {
        Corpus.Score all = Corpus.sum(Corpus.read(resource).scores(differences).values().stream());

        assertThat(all.right).isGreaterThan(50);
        assertThat(all.precision()).as("%s%n%s", all, differences).isGreaterThanOrEqualTo(0.95);
    }
}

package dev.prakat.screening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.prakat.category.Category;
import dev.prakat.policy.AgencyPolicy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of what agencies publish every day is stopped: the five documents, with other names in them, and every label. */
@Tag("PRAKAT-SCREENING")
class GovernmentTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "complaint-indicator",
                "dissemination-guideline",
                "pathum-thani-framework",
                "phan-district-framework",
                "website-measures"
            })
    void noLineOfADocumentIsStopped(String document) {
        String text = Corpus.text("documents/" + document + ".txt");

        assertThat(text.length()).isGreaterThan(2_000);
        assertThat(screen(ScreeningSubject.builder().text("body", text)).of(ScreeningAction.BLOCK))
                .isEmpty();
        assertThat(screen(ScreeningSubject.builder().html("body", text)).of(ScreeningAction.BLOCK))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sso-website", "pathumthani-pho", "phan-dho"})
    void noLabelOfACategoryIsStoppedOrWarnedOf(String policy) {
        ScreeningSubject.Builder subject = ScreeningSubject.builder();
        for (Category category : AgencyPolicy.builtIn(policy).categories().all()) {
            subject.text(category.id().value(), category.label());
        }

        assertThat(screen(subject).findings()).isEmpty();
    }

    private static ScreeningReport screen(ScreeningSubject.Builder subject) {
        return new Screening(ScreeningRules.usual()).screen(subject.build());
    }
}

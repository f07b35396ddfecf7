package dev.prakat.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Whoever uses a public type reads its Javadoc, not its code. */
class PublicApiIsDocumentedTest {

    @Test
    void everythingPublicHasJavadoc() {
        UndocumentedApi.Found found = UndocumentedApi.in(Repository.mainSources());

        assertThat(found.documented()).as("documented elements").isGreaterThan(300);
        assertThat(found.faults()).isEmpty();
    }

    @Test
    void everyKindOfMissingJavadocIsNoticed() {
        String source = """
                package sample;
                public class Bare {
                    public static final int FIELD = 1;
                    protected Bare() {}
                    public void method() {}
                    public enum Letter { A }
                    public record Pair(int left, int right) {}
                    public interface Face { void call(); }
                }
                """;

        assertThat(UndocumentedApi.inText("sample/Bare.java", source).faults())
                .extracting(fault ->
                        fault.replaceAll("sample/Bare.java:\\d+: found no ", "").replaceAll(",.*", ""))
                .containsExactlyInAnyOrder(
                        "Javadoc on the type Bare",
                        "Javadoc on the field FIELD",
                        "Javadoc on the constructor of Bare",
                        "Javadoc on the method method",
                        "Javadoc on the type Letter",
                        "Javadoc on the constant A",
                        "Javadoc on the type Pair",
                        "@param for the component left of Pair",
                        "@param for the component right of Pair",
                        "Javadoc on the type Face",
                        "Javadoc on the method call");
    }

    @Test
    void whatIsPrivateOverriddenOrACompactConstructorNeedsNone() {
        String source = """
                package sample;
                /** A pair. @param left the left one */
                public record Sound(int left) {
                    public Sound { }
                    @Override public String toString() { return ""; }
                    private void hidden() {}
                    void alsoHidden() {}
                    static class Inner { public void call() {} }
                }
                """.replace(" @param", "\n * @param");

        assertThat(UndocumentedApi.inText("sample/Sound.java", source).faults()).isEqualTo(List.of());
    }
}

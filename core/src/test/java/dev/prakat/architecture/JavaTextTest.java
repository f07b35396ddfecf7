package dev.prakat.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavaTextTest {

    @Test
    void blanksCommentsStringsAndCharactersAndKeepsTheRest() {
        String source = "a(); // Instant.now()\n/* x\n y */ b(\"c()\\\"d()\", '\\'', \"\"\"\n e()\n \"\"\"); f();";

        String code = JavaText.code(source);

        assertThat(code).contains("a();", "b(", "f();").doesNotContain("now", "x", "c()", "d()", "e()");
    }

    @Test
    void keepsTheNumbersOfLines() {
        String source = "/* one\n two */\nhere();";

        String code = JavaText.code(source);

        assertThat(code).hasSameSizeAs(source);
        assertThat(JavaText.line(code, code.indexOf("here"))).isEqualTo(3);
    }

    @Test
    void aQuoteInACommentOpensNoString() {
        assertThat(JavaText.code("// the host's\nInstant.now();")).contains("Instant.now()");
    }
}

package dev.prakat.wordpress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.prakat.problem.InvalidException;
import dev.prakat.spi.CredentialProvider;
import dev.prakat.spi.TakeDownKind;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordPressSiteTest {

    private static final CredentialProvider SECRETS = name -> "not-a-real-password".toCharArray();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://www.example.go.th/",
                "ftp://www.example.go.th/",
                "/just/a/path/",
                "https://user@www.example.go.th/",
                "https://www.example.go.th/?a=b",
                "https://www.example.go.th"
            })
    void refusesAnAddressThatIsNotSafe(String address) {
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> new WordPressSite(URI.create(address), "prakat", "www", SECRETS))
                .withMessageContaining("address");
    }

    @Test
    void listsEveryFindingAtOnce() {
        assertThatExceptionOfType(InvalidException.class)
                .isThrownBy(() -> new WordPressSite(URI.create("http://www.example.go.th"), " ", " ", SECRETS))
                .satisfies(e -> assertThat(e.findings()).hasSize(4));
    }

    @Test
    void redirectsOnlyWithTheCompanionPlugin() {
        URI address = URI.create("https://www.example.go.th/");
        assertThat(new WordPressSite(address, "prakat", "www", SECRETS)
                        .capabilities()
                        .takeDownKinds())
                .doesNotContain(TakeDownKind.REDIRECT)
                .contains(TakeDownKind.VANISH);
        assertThat(new WordPressSite(address, "prakat", "www", SECRETS)
                        .withCompanionPlugin(true)
                        .capabilities()
                        .takeDownKinds())
                .contains(TakeDownKind.REDIRECT);
        assertThat(new WordPressSite(URI.create("http://localhost:8080/"), "prakat", "www", SECRETS).toString())
                .doesNotContain("not-a-real-password");
    }
}

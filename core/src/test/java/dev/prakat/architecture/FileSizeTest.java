package dev.prakat.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A file can be read in one sitting. */
class FileSizeTest {

    private static final int MOST_LINES = 400;
    private static final int MOST_MEDIAN_LINES = 90;

    /** A file and its length. */
    private record Sized(String file, long lines) {}

    @Test
    void noFileIsTooLong() {
        assertThat(sizes().stream()
                        .filter(sized -> sized.lines() > MOST_LINES)
                        .map(sized -> sized.file() + ": found " + sized.lines() + " lines, expected at most "
                                + MOST_LINES + ". Split it by what it does.")
                        .toList())
                .isEmpty();
    }

    @Test
    void mostFilesAreShort() {
        List<Long> lines = sizes().stream().map(Sized::lines).sorted().toList();

        assertThat(lines).as("main files").hasSizeGreaterThan(50);
        assertThat(lines.get(lines.size() / 2))
                .as("the median length of main files, in lines; split the long ones by what they do")
                .isLessThanOrEqualTo(MOST_MEDIAN_LINES);
    }

    private static List<Sized> sizes() {
        return Repository.mainSources().stream()
                .map(file -> new Sized(
                        Repository.name(file), Repository.read(file).lines().count()))
                .toList();
    }
}

package dev.prakat.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Every package says what it is and has its nulls checked. */
class PackageInfoTest {

    @Test
    void everyPackageHasADescriptionAndIsNullMarked() {
        List<Path> folders = Repository.mainSources().stream()
                .map(Path::getParent)
                .distinct()
                .toList();

        assertThat(folders).as("packages").hasSizeGreaterThan(10);
        assertThat(folders.stream()
                        .map(PackageInfoTest::fault)
                        .filter(Objects::nonNull)
                        .toList())
                .isEmpty();
    }

    private static String fault(Path folder) {
        Path file = folder.resolve("package-info.java");
        if (!Files.exists(file)) {
            return Repository.name(folder) + ": found no package-info.java, expected one with Javadoc and @NullMarked";
        }
        String source = Repository.read(file);
        String code = JavaText.code(source);
        if (!source.startsWith("/**") || !code.contains("@NullMarked")) {
            return Repository.name(file) + ": expected Javadoc in the first line and @NullMarked before the package";
        }
        return null;
    }
}

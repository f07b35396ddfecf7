package dev.prakat.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.prakat.problem.PrakatException;
import dev.prakat.spi.AttachmentStore.Stored;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileAttachmentStoreTest {

    @TempDir
    Path folder;

    @Test
    void givesBackTheBytesUnderTheirHashAndKeepsThemOnce() throws IOException {
        FileAttachmentStore store = new FileAttachmentStore(folder);
        byte[] bytes = "ประกาศ".getBytes(StandardCharsets.UTF_8);
        Stored first = store.put(new ByteArrayInputStream(bytes), 100);
        Stored second = store.put(new ByteArrayInputStream(bytes), 100);
        assertThat(second).isEqualTo(first);
        assertThat(first.bytes()).isEqualTo(bytes.length);
        assertThat(store.open(first.sha256())).hasBinaryContent(bytes);
        assertThat(files()).containsExactly(first.sha256());
    }

    @Test
    void keepsNothingOfAFileThatIsTooLarge() throws IOException {
        FileAttachmentStore store = new FileAttachmentStore(folder);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> store.put(new ByteArrayInputStream(new byte[101]), 100))
                .withMessageContaining("more than 100 bytes");
        assertThat(files()).isEmpty();
    }

    @Test
    void neverLeavesItsFolder() {
        FileAttachmentStore store = new FileAttachmentStore(folder);
        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> store.open("../../etc/passwd"))
                .withMessageContaining("64 hexadecimal digits");
    }

    @Test
    void saysWhichFolderCannotBeMade() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x");
        assertThatExceptionOfType(PrakatException.class)
                .isThrownBy(() -> new FileAttachmentStore(file.resolve("below")))
                .withMessageContaining(file.toString());
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(file -> file.getFileName().toString())
                    .toList();
        }
    }
}

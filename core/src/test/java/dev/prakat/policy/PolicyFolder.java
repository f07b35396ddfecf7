package dev.prakat.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A copy of the built-in policy in a folder, to be spoilt. */
final class PolicyFolder {

    static final List<String> FILES =
            List.of("policy.yaml", "units.csv", "matrix.csv", "texts_th.properties", "texts_en.properties");

    private final Path folder;

    private PolicyFolder(Path folder) {
        this.folder = folder;
    }

    static PolicyFolder copyOfSsoWebsite(Path folder) throws IOException {
        return copyOf("sso-website", folder);
    }

    static PolicyFolder copyOf(String id, Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : FILES) {
            try (InputStream in = PolicyFolder.class.getResourceAsStream(id + "/" + name)) {
                // What publishes nothing has no matrix.
                if (in != null || !name.equals("matrix.csv")) {
                    Files.copy(Objects.requireNonNull(in), folder.resolve(name));
                }
            }
        }
        return new PolicyFolder(folder);
    }

    Path path() {
        return folder;
    }

    String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    /** Replaces the first occurrence; fails when there is none, so that a test cannot pass for the wrong reason. */
    PolicyFolder replace(String file, String old, String with) throws IOException {
        String text = text(file);
        int at = text.indexOf(old);
        if (at < 0) {
            throw new IllegalArgumentException(file + " has no '" + old + "'");
        }
        return write(file, text.substring(0, at) + with + text.substring(at + old.length()), StandardCharsets.UTF_8);
    }

    PolicyFolder replaceAllIn(String file, String old, String with) throws IOException {
        return write(file, text(file).replace(old, with), StandardCharsets.UTF_8);
    }

    PolicyFolder write(String file, String text, Charset charset) throws IOException {
        Files.write(folder.resolve(file), text.getBytes(charset));
        return this;
    }

    PolicyFolder append(String file, String text) throws IOException {
        return write(file, text(file) + text, StandardCharsets.UTF_8);
    }

    PolicyFolder delete(String file) throws IOException {
        Files.delete(folder.resolve(file));
        return this;
    }

    PolicyCheck check() {
        return AgencyPolicy.check(folder);
    }
}

package dev.prakat.wordpress.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The MariaDB that all sites of the JVM share. It ends with the JVM. */
final class DatabaseServer {

    private static @Nullable Path folder;

    private DatabaseServer() {}

    /** {@return its folder; it is started when the first site asks} */
    static synchronized Path folder() {
        if (folder == null) {
            try {
                Path made = Files.createTempDirectory("prakat-db");
                Programs.run(
                        List.of("bash", RealWordPress.SCRIPT.toString(), "database", made.toString()),
                        Map.of("WATCH", Long.toString(ProcessHandle.current().pid())));
                folder = made;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folder;
    }

    static String sql(String database, String statement) {
        return Programs.run(
                List.of(
                        "mariadb",
                        "--no-defaults",
                        "-uroot",
                        "--socket=" + folder().resolve("s"),
                        "--default-character-set=utf8mb4",
                        "-N",
                        "-B",
                        "-e",
                        statement,
                        database),
                Map.of());
    }
}

package dev.prakat.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.prakat.spi.Actor;
import dev.prakat.spi.Officer;
import dev.prakat.spi.OfficerId;
import dev.prakat.spi.StaffDirectory;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code in README.md compiles and does what the text beside it says. */
class ReadmeTest {

    private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

    /** The names that the README says are the portal's. */
    private static final String HEAD = """
            public final class Readme {
                public static Object run(javax.sql.DataSource dataSource, dev.prakat.spi.StaffDirectory staff,
                        InstantSource clock, Path folder, dev.prakat.spi.Actor author, dev.prakat.spi.Actor director) {
            """;

    private static final Officer AUTHOR = new Officer(new OfficerId("officer-1"), "เจ้าหน้าที่ ๑", "ศสน.", Set.of());
    private static final Officer DIRECTOR =
            new Officer(new OfficerId("director-1"), "ผู้อำนวยการ ๑", "ศสน.", Set.of("DIRECTOR"));
    private static final InstantSource DECEMBER = InstantSource.fixed(Instant.parse("2026-12-01T02:00:00Z"));

    @TempDir
    Path folder;

    @Test
    void theCodeOfTheReadmePublishesAnItem() throws Exception {
        // Nothing listens at this address, so that the test asks nothing of the network.
        String block = block().replace("https://www.example.go.th/", "http://localhost:1/");
        Path classes = compile(block);

        try (HikariDataSource database = new HikariDataSource()) {
            database.setJdbcUrl("jdbc:h2:mem:readme");
            run(classes, database);
        }

        assertThat(publicText()).contains("ประกาศวันหยุดทำการ");
    }

    @Test
    void theBlockIsShortEnoughForAFirstScreen() throws IOException {
        long lines = block().lines()
                .filter(line -> !line.isBlank() && !line.startsWith("import"))
                .count();

        assertThat(lines).isLessThanOrEqualTo(25);
    }

    private static String block() throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (!Files.exists(root.resolve("mvnw"))) {
            root = root.getParent();
        }
        Matcher block = BLOCK.matcher(Files.readString(root.resolve("README.md")));
        assertThat(block.find()).as("a block of Java in README.md").isTrue();
        return block.group(1);
    }

    private Path compile(String block) throws IOException {
        String imports = lines(block, true) + "import java.net.URI;\nimport java.nio.file.Path;\n"
                + "import java.time.InstantSource;\nimport java.time.LocalDate;\n";
        String body = lines(block, false).replace("System.out.println(done);", "return done;");
        Path source = Files.writeString(folder.resolve("Readme.java"), imports + HEAD + body + "}}\n");
        Path classes = Files.createDirectory(folder.resolve("classes"));

        StringWriter messages = new StringWriter();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<String> options = List.of(
                    "-d",
                    classes.toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    "-proc:none",
                    "--release",
                    "17");
            boolean compiled = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjects(source.toFile()))
                    .call();
            assertThat(compiled)
                    .as("README.md: the block of Java does not compile:%n%s", messages)
                    .isTrue();
        }
        return classes;
    }

    private void run(Path classes, DataSource database) throws Exception {
        URL[] urls = {classes.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
            Method method = Stream.of(loader.loadClass("Readme").getMethods())
                    .filter(candidate -> candidate.getName().equals("run"))
                    .findFirst()
                    .orElseThrow();
            Staff staff = new Staff(List.of(AUTHOR, DIRECTOR));
            Actor author = Actor.local("officer-1");
            Actor director = Actor.local("director-1");
            Object summary = method.invoke(null, database, staff, DECEMBER, folder, author, director);
            assertThat(summary).hasFieldOrPropertyWithValue("published", 1);
        } catch (InvocationTargetException e) {
            throw new AssertionError("README.md: the block of Java failed: " + e.getCause(), e.getCause());
        }
    }

    private String publicText() throws IOException {
        try (Stream<Path> pages = Files.walk(folder.resolve("site"))) {
            StringBuilder text = new StringBuilder();
            for (Path page :
                    pages.filter(path -> path.toString().endsWith(".html")).toList()) {
                text.append(Files.readString(page));
            }
            return text.toString();
        }
    }

    private static String lines(String block, boolean imports) {
        return block.lines()
                .filter(line -> line.startsWith("import ") == imports)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    /** A directory of two invented officers. */
    private record Staff(List<Officer> officers) implements StaffDirectory {

        @Override
        public Optional<Officer> find(OfficerId id) {
            return officers.stream().filter(officer -> officer.id().equals(id)).findFirst();
        }

        @Override
        public List<Officer> ofUnit(String unit) {
            return officers.stream()
                    .filter(officer -> officer.unit().equals(unit))
                    .toList();
        }
    }
}

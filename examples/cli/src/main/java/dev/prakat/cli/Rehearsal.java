package dev.prakat.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Runs the usual commands once, so that the launcher's archive of loaded classes holds what they need. Not a command: started
 * by {@code examples/prakat} with an empty folder, which the launcher removes.
 */
final class Rehearsal {

    private final List<String> common;

    private Rehearsal(List<String> common) {
        this.common = common;
    }

    /** Runs in the folder that is the only argument. */
    public static void main(String[] args) throws IOException {
        PrakatCommand.routeLogging();
        Path folder = Path.of(args[0]);
        Path staff = Files.writeString(
                folder.resolve("staff.csv"), "id,name,unit,posts\nauthor,A,ศสน.,\ndirector,B,ศสน.,DIRECTOR\n");
        Path body = Files.writeString(folder.resolve("body.html"), "<p>ก<script>x</script></p>");
        Path file = Files.writeString(folder.resolve("file.txt"), "ก");
        new Rehearsal(List.of("--data", folder.resolve("data").toString(), "--staff", staff.toString()))
                .runAll(body.toString(), file.toString());
    }

    private void runAll(String body, String file) {
        run("policy", "show");
        run("policy", "matrix", "--csv");
        String item = run(
                        "item",
                        "draft",
                        "--as",
                        "author",
                        "--category",
                        "M023",
                        "--title",
                        "ก",
                        "--body",
                        body,
                        "--attach",
                        file,
                        "--until",
                        "2099-12-31")
                .strip();
        run("item", "submit", item, "--as", "author");
        run("item", "decide", item, "--approve", "--as", "director");
        run("sweep", "--json");
        run("item", "show", item);
        run("item", "list");
        run("item", "withdraw", item, "--reason", "ก", "--as", "author");
        run("sweep");
        run("health");
        run("log", "verify");
    }

    private String run(String... command) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                Terminal.writer(out),
                Terminal.writer(new ByteArrayOutputStream()),
                false);
        PrakatCommand.run(Stream.concat(common.stream(), Stream.of(command)).toList(), terminal);
        return out.toString(StandardCharsets.UTF_8);
    }
}

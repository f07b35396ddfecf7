package dev.prakat.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs commands in this process on one data folder, as a script would. */
final class CommandLineRun {

    static final String STAFF = "id,name,unit,posts\n"
            + "author,สมหญิง ตัวอย่าง,ศสน.,\n"
            + "director,วิชัย ตัวอย่าง,ศสน.,DIRECTOR\n"
            + "stranger,ประเสริฐ ตัวอย่าง,กวพ.,DIRECTOR\n";

    final Path folder;
    final Path data;
    final Path staff;

    CommandLineRun(Path folder) {
        this.folder = folder;
        this.data = folder.resolve("data");
        this.staff = file("staff.csv", STAFF);
    }

    /** What a command came to. */
    record Result(int code, String out, String err) {

        JsonNode json() {
            return parse(out);
        }

        JsonNode problem() {
            return parse(err);
        }

        private static JsonNode parse(String text) {
            try {
                return new ObjectMapper().readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException("not JSON: " + text, e);
            }
        }
    }

    /** Runs with {@code --data}. */
    Result run(String... args) {
        List<String> all = new ArrayList<>(List.of("--data", data.toString()));
        all.addAll(List.of(args));
        return plain("", all.toArray(String[]::new));
    }

    /** Runs and fails unless the command found something. */
    Result found(String... args) {
        Result result = run(args);
        if (result.code() != ExitCode.FINDING) {
            throw new AssertionError("expected 1, found " + result);
        }
        return result;
    }

    /** Runs and fails unless the command is done. */
    Result done(String... args) {
        Result result = run(args);
        if (result.code() != ExitCode.DONE) {
            throw new AssertionError("expected 0, found " + result);
        }
        return result;
    }

    static Result plain(String input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                Terminal.writer(out),
                Terminal.writer(err),
                false);
        int code = PrakatCommand.run(List.of(args), terminal);
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** Begins the data folder. */
    CommandLineRun begun() {
        done("--staff", staff.toString(), "item", "list");
        return this;
    }

    /** Drafts an item in M023 that is public from now until the given day, and gives its key. */
    String draft(String now, String until, String... more) {
        List<String> args = new ArrayList<>(List.of("--as", "author", "--now", now, "item", "draft"));
        args.addAll(List.of("--category", "M023", "--title", "ประกาศทดสอบ", "--until", until));
        if (!List.of(more).contains("--body")) {
            args.addAll(List.of("--body", file("body.html", "<p>เนื้อหา</p>").toString()));
        }
        args.addAll(List.of(more));
        return done(args.toArray(String[]::new)).out().strip();
    }

    Path file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path file(String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String path) {
        try {
            return Files.readString(data.resolve(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

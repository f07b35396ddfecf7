package dev.prakat.staticsite;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many more files a file system can hold. Java cannot ask that; {@code stat} of GNU and of BusyBox can, and where there is none
 * nothing is known. Stateless.
 */
final class Inodes {

    private static final long PATIENCE_SECONDS = 2;
    private static final Pattern ANSWER = Pattern.compile("(\\d+) (\\d+)\\s*");

    private Inodes() {}

    /**
     * Asks.
     *
     * @param folder a folder that exists
     * @return empty where nobody says, or where the file system makes inodes as it needs them
     */
    static OptionalLong free(Path folder) {
        try {
            Process process = new ProcessBuilder("stat", "-f", "-c", "%c %d", folder.toString())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    return OptionalLong.empty();
                }
                byte[] said = process.getInputStream().readAllBytes();
                return parse(new String(said, StandardCharsets.US_ASCII));
            } finally {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    /** Of how many there are and how many are free, the second; a file system without a fixed number says 0 and 0. */
    static OptionalLong parse(String said) {
        Matcher answer = ANSWER.matcher(said);
        return answer.matches() && Long.parseLong(answer.group(1)) > 0
                ? OptionalLong.of(Long.parseLong(answer.group(2)))
                : OptionalLong.empty();
    }
}

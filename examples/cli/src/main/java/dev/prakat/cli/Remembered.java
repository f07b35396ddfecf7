package dev.prakat.cli;

import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * What a data folder was begun with, so that later calls need not repeat it and cannot contradict it: every page of the site
 * holds the base address, and every item a category of the policy. Kept in {@code prakat.properties}.
 *
 * @param policy the id of a policy that is built in, or a folder
 * @param baseAddress the public address of the site
 */
record Remembered(String policy, URI baseAddress) {

    static final String FILE = "prakat.properties";

    private static final String POLICY = "policy";
    private static final String BASE_ADDRESS = "base-address";

    /** What the folder was begun with, or will be; what was given must agree with it. */
    static Remembered of(Path root, GlobalOptions options) throws IOException {
        Path file = root.resolve(FILE);
        String policy = options.policy();
        if (policy != null && Files.isDirectory(Path.of(policy))) {
            policy = Path.of(policy).toAbsolutePath().normalize().toString();
        }
        if (!Files.exists(file)) {
            return new Remembered(
                    Objects.requireNonNullElse(policy, GlobalOptions.DEFAULT_POLICY),
                    withSlash(Objects.requireNonNullElse(options.baseAddress(), GlobalOptions.DEFAULT_BASE_ADDRESS)));
        }
        Remembered known = read(file);
        refuseOther("--policy", policy, known.policy(), file);
        URI address = options.baseAddress();
        refuseOther(
                "--base-address",
                address == null ? null : withSlash(address).toString(),
                known.baseAddress().toString(),
                file);
        return known;
    }

    /** The base address of a folder that was begun, or the default one. */
    static URI baseAddressOf(Path root) throws IOException {
        Path file = root.resolve(FILE);
        return Files.exists(file) ? read(file).baseAddress() : GlobalOptions.DEFAULT_BASE_ADDRESS;
    }

    private static Remembered read(Path file) throws IOException {
        Properties kept = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            kept.load(reader);
        }
        String policy = kept.getProperty(POLICY, GlobalOptions.DEFAULT_POLICY);
        String address = kept.getProperty(BASE_ADDRESS, GlobalOptions.DEFAULT_BASE_ADDRESS.toString());
        try {
            return new Remembered(policy, withSlash(URI.create(address)));
        } catch (IllegalArgumentException e) {
            throw new PrakatException(
                    ProblemCode.CONFIGURATION,
                    file + ": found " + BASE_ADDRESS + " '" + address + "', expected an address like "
                            + GlobalOptions.DEFAULT_BASE_ADDRESS + ". Mend the line.",
                    e);
        }
    }

    /** Writes it down the first time. */
    void keep(Path root) throws IOException {
        Path file = root.resolve(FILE);
        if (Files.exists(file)) {
            return;
        }
        Path next = Files.createTempFile(root, ".prakat", ".tmp");
        String escaped = policy.replace("\\", "\\\\");
        Files.writeString(
                next,
                "# What this data folder was begun with.\n" + POLICY + "=" + escaped + "\n" + BASE_ADDRESS + "="
                        + baseAddress + "\n");
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void refuseOther(String option, @Nullable String given, String known, Path file) {
        if (given != null && !given.equals(known)) {
            throw new PrakatException(
                    ProblemCode.CONFIGURATION,
                    option + ": found '" + given + "', but this data folder was begun with '" + known + "' (" + file
                            + "). Leave the option out, or take another data folder.");
        }
    }

    private static URI withSlash(URI address) {
        String text = address.toString();
        return text.endsWith("/") ? address : URI.create(text + "/");
    }
}

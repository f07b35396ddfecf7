package dev.prakat.policy;

import dev.prakat.policy.Findings.Code;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The bytes of a policy's files, read once. Missing ones are findings. */
final class PolicyFiles {

    static final String POLICY = "policy.yaml";
    static final String UNITS = "units.csv";
    static final String MATRIX = "matrix.csv";
    static final String TEXTS_TH = "texts_th.properties";
    static final String TEXTS_EN = "texts_en.properties";

    private static final List<String> ALL = List.of(POLICY, UNITS, MATRIX, TEXTS_TH, TEXTS_EN);

    /** The files of a policy that publishes nothing and so has no categories: complaints, requests for data. */
    static final List<String> WITHOUT_MATRIX = List.of(POLICY, UNITS, TEXTS_TH, TEXTS_EN);

    private final Map<String, byte[]> bytes = new LinkedHashMap<>();

    private PolicyFiles() {}

    static PolicyFiles ofFolder(Path folder, Findings findings) {
        return ofFolder(folder, ALL, findings);
    }

    static PolicyFiles ofFolder(Path folder, List<String> names, Findings findings) {
        PolicyFiles files = new PolicyFiles();
        if (!Files.isDirectory(folder)) {
            findings.add(folder.toString(), Code.FILE, "there is no such folder", "give the folder of a policy");
            return files;
        }
        for (String name : names) {
            Path file = folder.resolve(name);
            if (!Files.isRegularFile(file)) {
                findings.add(name, Code.FILE, "there is no such file in " + folder, "add it; a policy has " + names);
                continue;
            }
            try {
                files.bytes.put(name, Files.readAllBytes(file));
            } catch (IOException e) {
                findings.add(name, Code.FILE, "the file cannot be read: " + e, "look at its permissions and the disk");
            }
        }
        return files;
    }

    /** The files of a policy in this jar; the id is one of those that {@code AgencyPolicy} lists. */
    static PolicyFiles builtIn(String id) {
        return builtIn(id, ALL);
    }

    static PolicyFiles builtIn(String id, List<String> names) {
        PolicyFiles files = new PolicyFiles();
        for (String name : names) {
            String resource = id + "/" + name;
            try (InputStream in = PolicyFiles.class.getResourceAsStream(resource)) {
                if (in == null) {
                    throw new IOException("no resource " + resource);
                }
                files.bytes.put(name, in.readAllBytes());
            } catch (IOException e) {
                throw new PrakatException(
                        ProblemCode.BROKEN, "built-in policy " + id + " cannot be read from the jar: " + e, e);
            }
        }
        return files;
    }

    /** The text of a file without its byte order mark; empty when it is missing or not UTF-8, with a finding. */
    Optional<String> text(String name, Findings findings) {
        byte[] content = bytes.get(name);
        if (content == null) {
            return Optional.empty();
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            findings.add(
                    name,
                    rowOfBadByte(content),
                    Code.ENCODING,
                    "the file is not UTF-8 from this row on",
                    "save it as UTF-8 (in a spreadsheet: CSV UTF-8), not in the encoding of Windows");
            return Optional.empty();
        }
    }

    /** The hash of all files in a fixed order, each with its name and length, so that no two policies share one. */
    String version() {
        MessageDigest digest = sha256();
        bytes.forEach((name, content) -> {
            digest.update((name + "\n" + content.length + "\n").getBytes(StandardCharsets.UTF_8));
            digest.update(content);
        });
        return HexFormat.of().formatHex(digest.digest());
    }

    private static int rowOfBadByte(byte[] content) {
        ByteBuffer in = ByteBuffer.wrap(content);
        CharBuffer out = CharBuffer.allocate(content.length + 1);
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CoderResult result = decoder.decode(in, out, true);
        int row = 1;
        for (int i = 0; result.isError() && i < in.position(); i++) {
            row += content[i] == '\n' ? 1 : 0;
        }
        return row;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

package dev.prakat.staff;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Officer;
import dev.prakat.spi.OfficerId;
import dev.prakat.spi.StaffDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A staff directory in a CSV file with the columns {@code id,name,unit,posts}, UTF-8, with or without a byte order mark; posts
 * are separated by {@code ;}. Read once, when it is opened; immutable after that, safe for use by many threads.
 */
public final class CsvStaffDirectory implements StaffDirectory {

    private static final String CODE = "STAFF";

    private final Map<OfficerId, Officer> officers;

    private CsvStaffDirectory(Map<OfficerId, Officer> officers) {
        this.officers = officers;
    }

    /**
     * Reads a file of officers.
     *
     * @param file the file
     * @return the directory
     * @throws InvalidException CONFIGURATION, with every finding, if the file is missing, not UTF-8, or has mistakes
     * @throws PrakatException BROKEN if the file cannot be read
     */
    public static CsvStaffDirectory read(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!Files.isRegularFile(file)) {
            throw invalid(
                    file,
                    List.of(new Finding(
                            name,
                            CODE,
                            "there is no such file",
                            "write the columns id,name,unit,posts and a row for each officer")));
        }
        OfficerRows rows = new OfficerRows(name);
        rows.read(text(file, name));
        if (!rows.findings().isEmpty()) {
            throw invalid(file, rows.findings());
        }
        return new CsvStaffDirectory(rows.officers());
    }

    private static String text(Path file, String name) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InvalidException(
                    ProblemCode.CONFIGURATION,
                    "staff directory " + file,
                    List.of(new Finding(name, CODE, "the file is not UTF-8", "save it as CSV UTF-8")));
        } catch (IOException e) {
            throw new PrakatException(ProblemCode.BROKEN, "staff directory " + file + " cannot be read: " + e, e);
        }
    }

    private static InvalidException invalid(Path file, List<Finding> findings) {
        return new InvalidException(ProblemCode.CONFIGURATION, "staff directory " + file, findings);
    }

    @Override
    public Optional<Officer> find(OfficerId id) {
        return Optional.ofNullable(officers.get(id));
    }

    @Override
    public List<Officer> ofUnit(String unit) {
        return officers.values().stream()
                .filter(officer -> officer.unit().equals(unit))
                .toList();
    }
}

package dev.prakat.staff;

import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Officer;
import dev.prakat.spi.OfficerId;
import dev.prakat.spi.StaffDirectory;
import dev.prakat.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A staff directory in a CSV file with the columns {@code id,name,unit,posts}, UTF-8, with or without a byte order mark; posts
 * are separated by {@code ;}. Read once, when it is opened; immutable after that, safe for use by many threads.
 */
public final class CsvStaffDirectory implements StaffDirectory {

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
        OfficerRows rows = new OfficerRows(String.valueOf(file.getFileName()));
        rows.read(Table.read(file, rows.shape()));
        if (!rows.findings().isEmpty()) {
            throw new InvalidException(ProblemCode.CONFIGURATION, "staff directory " + file, rows.findings());
        }
        return new CsvStaffDirectory(rows.officers());
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

package dev.prakat.complaint;

import dev.prakat.calendar.ThaiDate;
import dev.prakat.complaint.ComplaintSheet.Row;
import dev.prakat.journal.Recording;
import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.seal.Seal;
import dev.prakat.spi.Officer;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/** Takes a sheet into the register, all of it or nothing. One use, one thread. */
final class Importing {

    /** Written to the database and forgotten by the unit of work after so many, so that memory does not grow with the sheet. */
    private static final int CHUNK = 1000;

    private final Complaints.Setting setting;
    private final Officer officer;
    private final String subject;

    Importing(Complaints.Setting setting, Officer officer, String subject) {
        this.setting = setting;
        this.officer = officer;
        this.subject = subject;
    }

    ComplaintImport run(Recording recording, String file, byte[] content, IntConsumer progress) {
        LocalDate today = LocalDate.ofInstant(recording.now(), ThaiDate.BANGKOK);
        ComplaintSheet sheet = new ComplaintSheet(setting.policy(), today, file);
        sheet.read(content);
        List<Finding> findings = new ArrayList<>(sheet.findings());
        known(recording.manager(), sheet, findings);
        foreign(sheet, findings);
        if (sheet.rows().isEmpty() && findings.isEmpty()) {
            findings.add(
                    new Finding(file + ":2", "S004-R15", "there is no row", "write the complaints below the header"));
        }
        if (!findings.isEmpty()) {
            findings.sort(Comparator.comparingInt(Importing::row));
            throw new InvalidException(
                    ProblemCode.INVALID_INPUT, "sheet " + file + ", of which nothing was taken", findings);
        }
        return store(recording, sheet, progress);
    }

    private void known(EntityManager manager, ComplaintSheet sheet, List<Finding> findings) {
        Set<String> known = ComplaintQueries.known(
                manager,
                sheet.rows().stream()
                        .map(row -> row.complaint().number().subject())
                        .toList());
        for (Row row : sheet.rows()) {
            if (known.contains(row.complaint().number().subject())) {
                findings.add(new Finding(
                        sheet.place(row.row(), ComplaintSheet.NUMBER),
                        "S004-R15",
                        "the number " + row.complaint().number() + " is in the register already",
                        "delete the row, or correct its number"));
            }
        }
    }

    private void foreign(ComplaintSheet sheet, List<Finding> findings) {
        for (Row row : sheet.rows()) {
            String unit = row.complaint().unit();
            if (!setting.mayAct(officer, unit)
                    && setting.policy().units().find(unit).isPresent()) {
                findings.add(new Finding(
                        sheet.place(row.row(), "unit"),
                        "S004-R22",
                        "the complaint is of " + unit + ", and " + officer.id() + " is of " + officer.unit(),
                        "let an officer of " + unit + " or of "
                                + setting.policy().centre() + " import it"));
            }
        }
    }

    private ComplaintImport store(Recording recording, ComplaintSheet sheet, IntConsumer progress) {
        EntityManager manager = recording.manager();
        Seal seal = Seal.fresh(manager, setting.keys(), recording.now());
        GivenHash hash = new GivenHash();
        List<String> incomplete = new ArrayList<>();
        int concluded = 0;
        for (Row row : sheet.rows()) {
            NewComplaint complaint = row.complaint();
            ComplaintEntity entity =
                    new ComplaintEntity(complaint, row.missing(), seal).ofImport(subject, row.row(), row.conclusion());
            manager.persist(entity);
            hash.add(entity);
            concluded += row.conclusion() == null ? 0 : 1;
            if (!row.missing().isEmpty()) {
                incomplete.add(complaint.number().value());
            }
            if (hash.rows() % CHUNK == 0) {
                manager.flush();
                manager.clear();
                progress.accept(hash.rows());
            }
        }
        int rows = hash.rows();
        String hex = hash.hex();
        manager.persist(new ImportEntity(
                subject, rows, hex, recording.now(), officer.id().value()));
        recording.event(
                "complaint.imported",
                subject,
                Map.of(
                        "rows", Integer.toString(rows),
                        "hash", hex,
                        "concluded", Integer.toString(concluded),
                        "incomplete", Integer.toString(incomplete.size()),
                        "policy", setting.policy().id(),
                        "policyVersion", setting.policy().version()));
        progress.accept(rows);
        return new ComplaintImport(subject, rows, concluded, incomplete, sheet.notes());
    }

    /** The row that a place names, for the order in which a person mends a sheet. */
    private static int row(Finding finding) {
        String digits = finding.place().replaceAll("^.*:(\\d+)(,.*)?$", "$1");
        return digits.matches("\\d{1,9}") ? Integer.parseInt(digits) : 0;
    }
}

package dev.prakat.staff;

import dev.prakat.problem.Finding;
import dev.prakat.problem.InvalidException;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.table.Table;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The dated orders about officers: who may act in a role, and who was appointed to publish. Immutable. Source: AMB-08, S001-R07,
 * S001-R08.
 *
 * @param delegations the delegations
 * @param appointments the appointments of publishing officers
 */
public record StaffRecords(List<Delegation> delegations, List<Appointment> appointments) {

    /** No orders at all: roles are held by nobody, posts as the directory says. */
    public static final StaffRecords NONE = new StaffRecords(List.of(), List.of());

    /** Copies the lists. */
    public StaffRecords {
        delegations = List.copyOf(delegations);
        appointments = List.copyOf(appointments);
    }

    /**
     * Reads both files: CSV, UTF-8 with or without a byte order mark. Dates are written as people write them ({@code
     * 2021-09-30}, {@code 30 กันยายน 2564}), several categories or units are separated by {@code |}, empty means all.
     *
     * @param delegations columns {@code officer,role,categories,units,from,until,order_number}; {@code until} is the last day,
     *     empty for until further order
     * @param appointments columns {@code officer,unit,sent_by,sent,granted,guidance_acknowledged,revoked}
     * @return the records
     * @throws InvalidException CONFIGURATION, with every finding of both files, if one is missing or has mistakes
     * @throws PrakatException BROKEN if one cannot be read
     */
    public static StaffRecords read(Path delegations, Path appointments) {
        DelegationRows first = new DelegationRows(name(delegations));
        AppointmentRows second = new AppointmentRows(name(appointments));
        first.read(Table.read(delegations, first.shape()));
        second.read(Table.read(appointments, second.shape()));
        List<Finding> findings = Stream.concat(first.findings().stream(), second.findings().stream())
                .toList();
        if (!findings.isEmpty()) {
            throw new InvalidException(
                    ProblemCode.CONFIGURATION, "staff records " + delegations + " and " + appointments, findings);
        }
        return new StaffRecords(first.delegations(), second.appointments());
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}

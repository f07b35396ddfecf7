package dev.prakat.staff;

import dev.prakat.spi.OfficerId;
import dev.prakat.table.TableRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads {@code appointments.csv}. One use, one thread. Source: S001-R07, S001-R08. */
final class AppointmentRows extends RecordRows {

    private final List<Appointment> appointments = new ArrayList<>();

    AppointmentRows(String file) {
        super(file, List.of("officer", "unit", "sent_by", "sent", "granted", "guidance_acknowledged", "revoked"));
    }

    List<Appointment> appointments() {
        return appointments;
    }

    @Override
    void accept(TableRow row) {
        int before = findings().size();
        Optional<OfficerId> officer = officer(row, "officer");
        Optional<String> unit = text(row, "unit");
        Optional<OfficerId> sentBy = officer(row, "sent_by");
        Optional<LocalDate> sent = date(row, "sent");
        @Nullable LocalDate granted = dateIfAny(row, "granted");
        @Nullable LocalDate acknowledged = dateIfAny(row, "guidance_acknowledged");
        @Nullable LocalDate revoked = dateIfAny(row, "revoked");
        if (soundSince(before)) {
            try {
                appointments.add(new Appointment(
                        officer.orElseThrow(),
                        unit.orElseThrow(),
                        sentBy.orElseThrow(),
                        new Appointment.Dates(sent.orElseThrow(), granted, acknowledged, revoked)));
            } catch (IllegalArgumentException e) {
                finding(row, String.valueOf(e.getMessage()), "correct the dates");
            }
        }
    }
}

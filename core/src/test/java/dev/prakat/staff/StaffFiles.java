package dev.prakat.staff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files of officers and of orders about them; the people are invented. */
final class StaffFiles {

    static final String DELEGATIONS = "officer,role,categories,units,from,until,order_number\n";
    static final String APPOINTMENTS = "officer,unit,sent_by,sent,granted,guidance_acknowledged,revoked\n";
    private static final String STAFF = "id,name,unit,posts\n"
            + "direk,ดิเรก ตัวอย่าง,ศสน.,DIRECTOR\n"
            + "somsri,สมศรี ตัวอย่าง,ศสน.,\n"
            + "kanda,กานดา ตัวอย่าง,กค.,DIRECTOR\n"
            + "prem,เปรม ตัวอย่าง,กค.,\n";

    private final Path folder;

    StaffFiles(Path folder) {
        this.folder = folder;
    }

    StaffRegister register(String delegations, String appointments) {
        return new StaffRegister(CsvStaffDirectory.read(write("staff.csv", STAFF)), records(delegations, appointments));
    }

    StaffRecords records(String delegations, String appointments) {
        return StaffRecords.read(
                write("delegations.csv", DELEGATIONS + delegations),
                write("appointments.csv", APPOINTMENTS + appointments));
    }

    Path write(String name, String text) {
        return write(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Path write(String name, byte[] content) {
        try {
            return Files.write(folder.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

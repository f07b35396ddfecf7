package dev.prakat.cli;

import dev.prakat.calendar.WorkingCalendar;
import dev.prakat.policy.ComplaintPolicy;
import dev.prakat.policy.RequestPolicy;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.staff.CsvStaffDirectory;
import dev.prakat.staff.StaffRecords;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The folder of {@code --data}: database, traffic logs, attachments, site, the officers and what must not change from call to
 * call. It is begun by giving {@code --staff} once; a mistyped folder is therefore refused and not silently made.
 */
final class DataFolder {

    private static final String STAFF = "staff.csv";
    private static final String HOLIDAYS = "holidays.csv";
    private static final String DELEGATIONS = "delegations.csv";
    private static final String COMPLAINT_POLICY = "complaint-policy";
    private static final String REQUEST_POLICY = "request-policy";
    private static final String APPOINTMENTS = "appointments.csv";

    private final Path root;
    private final Remembered remembered;
    private final @Nullable Path givenStaff;

    private DataFolder(Path root, Remembered remembered, @Nullable Path givenStaff) {
        this.root = root;
        this.remembered = remembered;
        this.givenStaff = givenStaff;
    }

    /**
     * Looks at the folder; writes nothing.
     *
     * @throws PrakatException CONFIGURATION if it is missing or was begun with other settings
     */
    static DataFolder of(GlobalOptions options) {
        Path root = options.data();
        Path staff = options.staff();
        if (root.toString().contains(";")) {
            throw new PrakatException(
                    ProblemCode.CONFIGURATION,
                    "data folder " + root + ": found a ';' in its path, which a database address cannot hold."
                            + " Choose another folder.");
        }
        if (staff != null) {
            CsvStaffDirectory.read(staff);
        } else if (!Files.isRegularFile(root.resolve(STAFF))) {
            throw new PrakatException(ProblemCode.CONFIGURATION, noStaff(root));
        }
        try {
            return new DataFolder(root, Remembered.of(root, options), staff);
        } catch (IOException e) {
            throw broken(root, "read", e);
        }
    }

    /**
     * Begins the folder, or takes over new officers. Called when everything that was given has shown to be usable, so that a
     * slip in the first call is not remembered.
     *
     * @throws PrakatException BROKEN if it cannot be written
     */
    void keep() {
        try {
            Files.createDirectories(root);
            requireWritable(root);
            remembered.keep(root);
            if (givenStaff != null) {
                keepStaff(givenStaff, root.resolve(STAFF));
            }
        } catch (IOException e) {
            throw broken(root, "written", e);
        }
    }

    private static PrakatException broken(Path root, String verb, IOException problem) {
        return new PrakatException(
                ProblemCode.BROKEN,
                "data folder " + root + " cannot be " + verb + " (" + problem + "); expected a folder that this account"
                        + " may write, on a disk with room. Nothing was changed.",
                problem);
    }

    Path database() {
        return root.resolve("db").resolve("prakat");
    }

    Path trafficLog(String node) {
        return trafficLog(root, node);
    }

    Path attachments() {
        return root.resolve("attachments");
    }

    Path site() {
        return site(root);
    }

    /** The websites beside the folder's own. */
    List<Website> websites() {
        return new Websites(root).all();
    }

    Path staff() {
        return root.resolve(STAFF);
    }

    /**
     * The dated orders about officers, where the agency has put both files beside {@code staff.csv}; none without them.
     *
     * @throws PrakatException CONFIGURATION if only one of the two is there, or one has mistakes: an order that is not read
     *     must not pass for one that was never given
     */
    StaffRecords staffRecords() {
        Path delegations = root.resolve(DELEGATIONS);
        Path appointments = root.resolve(APPOINTMENTS);
        boolean first = Files.exists(delegations);
        boolean second = Files.exists(appointments);
        if (first != second) {
            throw new PrakatException(
                    ProblemCode.CONFIGURATION,
                    "data folder " + root + ": found " + (first ? DELEGATIONS : APPOINTMENTS) + " without "
                            + (first ? APPOINTMENTS : DELEGATIONS)
                            + ", expected both. Add the other; its heading alone is enough.");
        }
        return first ? StaffRecords.read(delegations, appointments) : StaffRecords.NONE;
    }

    /** The agency's own complaint policy where it has put one into the data folder, else the one that is shipped. */
    ComplaintPolicy complaintPolicy() {
        Path own = root.resolve(COMPLAINT_POLICY);
        return Files.isDirectory(own)
                ? ComplaintPolicy.load(own)
                : ComplaintPolicy.builtIn(ComplaintPolicy.builtInIds().get(0));
    }

    /** The agency's own policy of data requests where it has put one into the data folder, else the one that is shipped. */
    RequestPolicy requestPolicy() {
        Path own = root.resolve(REQUEST_POLICY);
        return Files.isDirectory(own)
                ? RequestPolicy.load(own)
                : RequestPolicy.builtIn(RequestPolicy.builtInIds().get(0));
    }

    /** The calendar of the office: the government's, with the agency's own holidays where it has adopted some. */
    WorkingCalendar calendar() {
        return calendar(root.resolve(HOLIDAYS));
    }

    private static WorkingCalendar calendar(Path own) {
        WorkingCalendar government = WorkingCalendar.government();
        return Files.exists(own) ? government.plus(WorkingCalendar.load(own)) : government;
    }

    /**
     * Takes over a file of the agency's own holidays, in the place of the one before.
     *
     * @throws dev.prakat.problem.InvalidException listing every finding; nothing is changed then
     */
    void adoptHolidays(Path given) {
        calendar(given);
        Path kept = root.resolve(HOLIDAYS);
        try {
            replace(given, kept);
        } catch (IOException e) {
            throw broken(root, "written", e);
        }
    }

    String policy() {
        return remembered.policy();
    }

    URI baseAddress() {
        return remembered.baseAddress();
    }

    static Path trafficLog(Path root, String node) {
        return root.resolve("trafficlog").resolve(node);
    }

    static Path site(Path root) {
        return root.resolve("site");
    }

    private static String noStaff(Path root) {
        String found = Files.isDirectory(root) ? "it has no " + STAFF : "there is no such folder";
        return "data folder " + root + ": " + found
                + ". Begin it by giving --staff FILE once: a CSV file in UTF-8 with the"
                + " columns id,name,unit,posts and a row for each officer, for example"
                + " somying,สมหญิง ตัวอย่าง,ศสน.,DIRECTOR (several posts are separated by ';').";
    }

    private static void requireWritable(Path root) throws IOException {
        Path probe = Files.createTempFile(root, ".write", ".tmp");
        Files.delete(probe);
    }

    private static void keepStaff(Path given, Path kept) throws IOException {
        if (Files.exists(kept) && Files.mismatch(given, kept) == -1) {
            return;
        }
        replace(given, kept);
    }

    private static void replace(Path given, Path kept) throws IOException {
        Path next = Files.createTempFile(kept.getParent(), ".next", ".tmp");
        Files.copy(given, next, StandardCopyOption.REPLACE_EXISTING);
        Files.move(next, kept, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

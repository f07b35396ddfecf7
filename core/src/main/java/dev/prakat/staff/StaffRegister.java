package dev.prakat.staff;

import dev.prakat.problem.Finding;
import dev.prakat.problem.PrakatException;
import dev.prakat.problem.ProblemCode;
import dev.prakat.spi.Officer;
import dev.prakat.spi.OfficerId;
import dev.prakat.spi.StaffDirectory;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Questions about officers, asked of the host's directory each time: nothing of it is remembered. The directory knows only the
 * present; what is dated are the orders. An officer whom the directory does not know any more acts in no role. As thread-safe as
 * the directory. Source: AMB-08, S001-R07, S001-R08.
 */
public final class StaffRegister {

    private static final String CODE = "STAFF";

    private final StaffDirectory directory;
    private final StaffRecords records;

    /**
     * Wraps a directory without dated orders.
     *
     * @param directory the host's directory
     */
    public StaffRegister(StaffDirectory directory) {
        this(directory, StaffRecords.NONE);
    }

    /**
     * Wraps a directory and dated orders.
     *
     * @param directory the host's directory
     * @param records the orders
     */
    public StaffRegister(StaffDirectory directory, StaffRecords records) {
        this.directory = directory;
        this.records = records;
    }

    /**
     * Looks up an officer.
     *
     * @param id the officer's key
     * @return the officer as of now
     * @throws PrakatException NOT_FOUND if the directory knows nobody of this key
     */
    public Officer require(OfficerId id) {
        return directory
                .find(id)
                .orElseThrow(() -> new PrakatException(
                        ProblemCode.NOT_FOUND,
                        "officer '" + id + "' is not in the staff directory; check the key, or add the officer there"));
    }

    /**
     * Looks up an officer who may be gone.
     *
     * @param id the officer's key
     * @return the officer as of now, or empty when the directory knows nobody of this key
     */
    public Optional<Officer> find(OfficerId id) {
        return directory.find(id);
    }

    /**
     * The officers who hold a post in a unit, for messages that name who may act.
     *
     * @param unit the unit's code
     * @param post the post's code, for example {@code DIRECTOR}
     * @return they, in the order of the directory; empty when the post is vacant
     */
    public List<Officer> holdersOfPost(String unit, String post) {
        return directory.ofUnit(unit).stream()
                .filter(officer -> officer.posts().contains(post))
                .toList();
    }

    /**
     * The officers who may act in a post at an instant: those who hold it now, and those who act in its place by an order that
     * names the unit.
     *
     * @param unit the unit's code
     * @param post the post's code
     * @param at the instant
     * @return they, holders first, nobody twice
     */
    public List<Officer> holdersOfPost(String unit, String post, Instant at) {
        Set<Officer> holders = new LinkedHashSet<>(holdersOfPost(unit, post));
        delegates(post, at, delegation -> delegation.scope().units().contains(unit))
                .forEach(holders::add);
        return List.copyOf(holders);
    }

    /**
     * The officers who may act in a role at an instant for an item. Only delegations fill a role.
     *
     * @param role the role's code, for example {@code AUTHORISED_EXECUTIVE}
     * @param categoryPath the ids of the item's category and of those above it
     * @param unit the code of the unit that owns the item
     * @param at the instant
     * @return they, in the order of the records, nobody twice; empty when nobody may act
     */
    public List<Officer> holdersOfRole(String role, List<String> categoryPath, String unit, Instant at) {
        return delegates(role, at, delegation -> delegation.scope().covers(categoryPath, unit))
                .distinct()
                .toList();
    }

    /**
     * The order by which an officer may act, to be written beside what the officer does.
     *
     * @param officer the officer
     * @param role the role's code
     * @param categoryPath the ids of the item's category and of those above it
     * @param unit the code of the unit that owns the item
     * @param at the instant
     * @return the first delegation that holds, or empty when none does
     */
    public Optional<Delegation> delegation(
            OfficerId officer, String role, List<String> categoryPath, String unit, Instant at) {
        return inForce(role, at)
                .filter(delegation -> delegation.officer().equals(officer))
                .filter(delegation -> delegation.scope().covers(categoryPath, unit))
                .findFirst();
    }

    /**
     * An officer's appointment to publish for a unit that holds at an instant.
     *
     * @param officer the officer
     * @param unit the unit's code
     * @param at the instant
     * @return the appointment, or empty when there is none or it is not granted yet or revoked
     */
    public Optional<Appointment> appointment(OfficerId officer, String unit, Instant at) {
        return records.appointments().stream()
                .filter(appointment -> appointment.officer().equals(officer)
                        && appointment.unit().equals(unit)
                        && appointment.holds(at))
                .findFirst();
    }

    /**
     * Whether the records hold any appointment for a unit, in force or not.
     *
     * @param unit the unit's code
     * @return true if its appointments are kept here
     */
    public boolean keepsAppointments(String unit) {
        return records.appointments().stream()
                .anyMatch(appointment -> appointment.unit().equals(unit));
    }

    /**
     * The orders by which an officer may act in roles and in the place of posts at an instant.
     *
     * @param officer the officer
     * @param at the instant
     * @return the delegations in force, in the order of the records
     */
    public List<Delegation> delegations(OfficerId officer, Instant at) {
        return records.delegations().stream()
                .filter(delegation -> delegation.officer().equals(officer)
                        && delegation.term().holds(at))
                .toList();
    }

    /**
     * The officers of a unit.
     *
     * @param unit the unit's code
     * @return they, in the order of the directory
     */
    public List<Officer> ofUnit(String unit) {
        return directory.ofUnit(unit);
    }

    /**
     * What an agency should look at: roles that nobody fills, orders for officers whom the directory does not know, accounts
     * without acknowledged guidance.
     *
     * @param delegatedRoles the roles that only delegations fill
     * @param at the instant
     * @return the findings; empty when all is well
     */
    public List<Finding> findings(Collection<String> delegatedRoles, Instant at) {
        Stream<Finding> vacant = delegatedRoles.stream()
                .filter(role ->
                        delegates(role, at, delegation -> true).findAny().isEmpty())
                .map(role -> new Finding(
                        "role " + role,
                        CODE,
                        "nobody fills it at " + at + ", and only delegations can",
                        "add an order in force to the delegations; until then nobody can act in it"));
        Stream<Finding> unknown = Stream.concat(
                        records.delegations().stream()
                                .filter(delegation -> delegation.term().holds(at))
                                .map(Delegation::officer),
                        records.appointments().stream()
                                .filter(appointment -> appointment.holds(at))
                                .map(Appointment::officer))
                .distinct()
                .filter(officer -> directory.find(officer).isEmpty())
                .map(officer -> new Finding(
                        "officer " + officer,
                        CODE,
                        "an order in force names an officer whom the staff directory does not know",
                        "end the delegation or revoke the account, or add the officer to the directory"));
        Stream<Finding> unguided = records.appointments().stream()
                .filter(appointment -> appointment.state(at) == Appointment.State.GRANTED)
                .map(appointment -> new Finding(
                        "officer " + appointment.officer() + " of " + appointment.unit(),
                        "S001-R08",
                        "has an account and has not acknowledged the guidance",
                        "give the guidance and write the date into the appointment"));
        return Stream.of(vacant, unknown, unguided).flatMap(each -> each).toList();
    }

    private Stream<Officer> delegates(String role, Instant at, Predicate<Delegation> suits) {
        return inForce(role, at).filter(suits).map(Delegation::officer).flatMap(id -> directory.find(id).stream());
    }

    private Stream<Delegation> inForce(String role, Instant at) {
        return records.delegations().stream()
                .filter(delegation ->
                        delegation.role().equals(role) && delegation.term().holds(at));
    }
}

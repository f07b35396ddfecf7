package dev.prakat.policy;

import dev.prakat.calendar.CountingRule;
import dev.prakat.calendar.DeadlineSettings;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** What a policy decides beside its matrix and procedures. Immutable. */
public final class PolicySettings {

    private final Map<Setting, String> given;

    PolicySettings(Map<Setting, String> given) {
        this.given = new EnumMap<>(Setting.class);
        this.given.putAll(given);
    }

    /**
     * The value of a setting.
     *
     * @param setting the setting
     * @return what the policy gives, else the default
     */
    public String value(Setting setting) {
        return Objects.requireNonNullElse(given.get(setting), setting.initial());
    }

    /**
     * The settings that the policy gives itself; the others have their defaults.
     *
     * @return the settings
     */
    public Set<Setting> given() {
        return Set.copyOf(given.keySet());
    }

    /**
     * Whether a setting is on.
     *
     * @param setting one whose values are true and false
     * @return its value
     */
    public boolean isOn(Setting setting) {
        return value(setting).equals("true");
    }

    /**
     * The number of a setting.
     *
     * @param setting one that is a whole number
     * @return its value
     */
    public int number(Setting setting) {
        return Integer.parseInt(value(setting));
    }

    /**
     * Whether the person who approves must be another than the one who submitted. Source: AMB-02.
     *
     * @return {@link Setting#APPROVER_MUST_DIFFER}
     */
    public boolean approverMustDiffer() {
        return isOn(Setting.APPROVER_MUST_DIFFER);
    }

    /**
     * Whether a refusal needs a reason. Source: AMB-39.
     *
     * @return {@link Setting#REFUSAL_REASON}
     */
    public boolean refusalNeedsReason() {
        return value(Setting.REFUSAL_REASON).equals("REQUIRED");
    }

    /**
     * Whether agreed content waits for an officer who takes the publish step. Source: S001-R10, S002-R03.
     *
     * @return {@link Setting#PUBLICATION}
     */
    public boolean publishedByOfficer() {
        return value(Setting.PUBLICATION).equals("BY_OFFICER");
    }

    /**
     * Whether nobody publishes by a duty without an appointment, also where the records hold none for the unit. Source:
     * S001-R07, S001-R08.
     *
     * @return {@link Setting#PUBLISHER_APPOINTMENT}
     */
    public boolean appointmentRequired() {
        return value(Setting.PUBLISHER_APPOINTMENT).equals("REQUIRED");
    }

    /**
     * What is left in the place of an item whose period ended. Source: AMB-11.
     *
     * @return the name of a {@code spi.TakeDownKind}
     */
    public String defaultTakeDownKind() {
        return value(Setting.DEFAULT_TAKE_DOWN_KIND);
    }

    /**
     * After how many days an item without an end is looked at again. Source: AMB-09.
     *
     * @return 1 to 3650
     */
    public int permanentReviewDays() {
        return number(Setting.PERMANENT_REVIEW_DAYS);
    }

    /**
     * How days are counted. Source: AMB-03, AMB-04.
     *
     * @return the rule
     */
    public CountingRule counting() {
        return new CountingRule(
                CountingRule.FirstDay.valueOf(value(Setting.FIRST_DAY)),
                CountingRule.LastDay.valueOf(value(Setting.LAST_DAY)));
    }

    /**
     * Everything that decides when a time limit ends, apart from the holidays. Source: AMB-03, AMB-04, AMB-18, AMB-38.
     *
     * @return the settings of the calendar
     */
    public DeadlineSettings deadlines() {
        return DeadlineSettings.STANDARD
                .withCounting(counting())
                .withPlainDays(DeadlineSettings.PlainDays.valueOf(value(Setting.PLAIN_DAYS)))
                .withHours(DeadlineSettings.Hours.valueOf(value(Setting.HOURS)))
                .withDayEnd(DeadlineSettings.DayEnd.valueOf(value(Setting.DEADLINE_TIME)));
    }

    @Override
    public String toString() {
        return given.toString();
    }
}

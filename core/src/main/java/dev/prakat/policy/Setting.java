package dev.prakat.policy;

import java.util.List;
import java.util.Optional;

/**
 * What a source document leaves open and a policy decides. Each has a default, which is the decision of the same number among
 * the ambiguities; docs/reference/policy-format.md explains them.
 */
public enum Setting {
    /** Whether whoever agrees must be another person than who drafted or submitted. */
    APPROVER_MUST_DIFFER("approverMustDiffer", "AMB-02", "true", "true", "false"),
    /** What a plain "day" counts. */
    PLAIN_DAYS("plainDays", "AMB-03", "CALENDAR", "CALENDAR", "WORKING"),
    /** What happens when the last day is not a working day. */
    LAST_DAY("lastDay", "AMB-03", "ROLL_FORWARD", "ROLL_FORWARD", "KEEP", "ROLL_BACK"),
    /** Whether the day of the beginning counts. */
    FIRST_DAY("firstDay", "AMB-04", "EXCLUDE", "EXCLUDE", "INCLUDE"),
    /** Of which place the holidays count. */
    HOLIDAY_SCOPE("holidayScope", "AMB-05", "NATIONAL"),
    /** After how many days an item without an end is looked at again. */
    PERMANENT_REVIEW_DAYS("permanentReviewDays", "AMB-09", "365", 1, 3650),
    /** What is left in the place of an item whose period ended. */
    DEFAULT_TAKE_DOWN_KIND("defaultTakeDownKind", "AMB-11", "GONE", "GONE", "WITHDRAWN", "REDIRECT", "VANISH"),
    /** What happens when content that must be there ends. */
    MANDATORY_EXPIRY("mandatoryExpiry", "AMB-12", "TAKE_DOWN", "TAKE_DOWN", "BLOCK", "WARN"),
    /** How often what is past its period is looked for, in minutes. */
    SWEEP_MINUTES("sweepMinutes", "AMB-13", "5", 1, 1440),
    /** Whether the chair of the information centre may agree in the place of the head. */
    CHAIR_MAY_APPROVE("chairMayApprove", "AMB-16", "false", "true", "false"),
    /** How a table of times is read that has one row more than steps. */
    TIME_READING("timeReading", "AMB-17", "SHIFT", "SHIFT", "TOTAL"),
    /** Whether minutes and hours count office hours or all hours. */
    HOURS("hours", "AMB-18", "OFFICE", "OFFICE", "ELAPSED"),
    /** What counts as a unit's routine mission. */
    ROUTINE_MISSION("routineMission", "AMB-19", "DATA_CELL", "DATA_CELL", "NOTHING"),
    /** The duty whose cell names the units for which a category is routine mission. */
    DATA_DUTY("dataDuty", "AMB-19", "DATA"),
    /** What becomes of content outside the list. */
    UNLISTED_CONTENT("unlistedContent", "AMB-20", "EXTRA_APPROVAL", "EXTRA_APPROVAL", "REJECT"),
    /** Every how many months is reported. */
    REPORT_MONTHS("reportMonths", "AMB-23", "3", "3", "6"),
    /** How many days after a period's end its report is due. */
    REPORT_DUE_DAYS("reportDueDays", "AMB-23", "15", 1, 365),
    /** Whether a round that ends on 28 February ends on the 29th in leap years. */
    ROUND_DAY("roundDay", "AMB-24", "PRINTED", "PRINTED", "LAST_DAY_OF_MONTH"),
    /** When a day ends for time limits. */
    DEADLINE_TIME("deadlineTime", "AMB-38", "END_OF_DAY", "END_OF_DAY", "OFFICE_CLOSE"),
    /** Whether a refusal needs a reason. */
    REFUSAL_REASON("refusalReason", "AMB-39", "REQUIRED", "REQUIRED", "OPTIONAL"),
    /**
     * What makes agreed content public: the agreement itself, when the period opens, or an officer who takes the publish step.
     */
    PUBLICATION("publication", "S001-R10", "AUTOMATIC", "AUTOMATIC", "BY_OFFICER"),
    /**
     * Whether whoever publishes by a duty must be appointed: always, or where the records hold appointments for the unit. The
     * documents ask for it, and an agency may keep the accounts in its portal.
     */
    PUBLISHER_APPOINTMENT("publisherAppointment", "S001-R08", "IF_KEPT", "IF_KEPT", "REQUIRED");

    private final String key;
    private final String ambiguity;
    private final String initial;
    private final List<String> values;
    private final int least;
    private final int most;

    Setting(String key, String ambiguity, String initial, String... values) {
        this.key = key;
        this.ambiguity = ambiguity;
        this.initial = initial;
        this.values = List.of(values);
        this.least = 0;
        this.most = 0;
    }

    Setting(String key, String ambiguity, String initial, int least, int most) {
        this.key = key;
        this.ambiguity = ambiguity;
        this.initial = initial;
        this.values = List.of();
        this.least = least;
        this.most = most;
    }

    /**
     * Its name in {@code policy.yaml}.
     *
     * @return for example {@code plainDays}
     */
    public String key() {
        return key;
    }

    /**
     * The ambiguity that it decides.
     *
     * @return for example {@code AMB-03}
     */
    public String ambiguity() {
        return ambiguity;
    }

    /**
     * What holds when a policy says nothing.
     *
     * @return the value as text
     */
    public String initial() {
        return initial;
    }

    /**
     * What it may be, for people.
     *
     * @return the values, or the range of numbers
     */
    public String expected() {
        return most > 0
                ? "a whole number, " + least + " to " + most
                : values.isEmpty() ? "a name in capital letters" : "one of " + values;
    }

    boolean accepts(String value) {
        if (most > 0) {
            return value.matches("[0-9]{1,4}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
        }
        return values.isEmpty() ? value.matches("[A-Z][A-Z0-9_]{1,39}") : values.contains(value);
    }

    static Optional<Setting> ofKey(String key) {
        for (Setting setting : values()) {
            if (setting.key.equals(key)) {
                return Optional.of(setting);
            }
        }
        return Optional.empty();
    }
}

package dev.prakat;

import dev.prakat.policy.AgencyPolicy;
import dev.prakat.spi.Actor;
import dev.prakat.spi.Officer;
import dev.prakat.spi.OfficerId;
import dev.prakat.spi.StaffDirectory;
import dev.prakat.staff.Delegation;
import dev.prakat.staff.RoleScope;
import dev.prakat.staff.StaffRecords;
import dev.prakat.staff.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An agency of tests: a policy, its invented officers, and the orders about them. Immutable; the {@code with} methods copy. */
public record SampleAgency(AgencyPolicy policy, List<Officer> staff, StaffRecords records) {

    public SampleAgency {
        staff = List.copyOf(staff);
    }

    /** Units with and without duties, the Secretary-General, and nobody who acts as authorised executive. */
    public static SampleAgency socialSecurityOffice() {
        return new SampleAgency(
                AgencyPolicy.builtIn("sso-website"),
                List.of(
                        officer("somying", "ศสน."),
                        officer("somsak", "ศสน."),
                        officer("director-ssn", "ศสน.", "DIRECTOR"),
                        officer("somchai", "กค."),
                        officer("director-kc", "กค.", "DIRECTOR"),
                        officer("malee", "กม."),
                        officer("manop", "กม."),
                        officer("director-km", "กม.", "DIRECTOR"),
                        officer("wichai", "สบท."),
                        officer("director-sbt", "สบท.", "DIRECTOR"),
                        officer("executive", "กนผ."),
                        officer("superior", "กนผ.", "SUPERIOR"),
                        officer("secretary-general", "กพบ.", "SECRETARY_GENERAL")),
                StaffRecords.NONE);
    }

    /** The requester's group, the chair of the information centre, the chief medical officer and a Web Master. */
    public static SampleAgency provincialHealthOffice() {
        return new SampleAgency(
                AgencyPolicy.builtIn("pathumthani-pho"),
                List.of(
                        officer("requester", "กลุ่มงาน 1"),
                        officer("group-head", "กลุ่มงาน 1", "GROUP_HEAD"),
                        officer("other-head", "กลุ่มงาน 2", "GROUP_HEAD"),
                        officer("chair", "ศูนย์ข้อมูลข่าวสาร", "CENTRE_CHAIR"),
                        officer("chief", "สสจ.", "CHIEF_MEDICAL_OFFICER"),
                        officer("web-master", "สสจ.", "WEB_MASTER")),
                StaffRecords.NONE);
    }

    /** The district office: a chair, the district officer, a Web Master and a verifying officer. */
    public static SampleAgency districtHealthOffice() {
        return new SampleAgency(
                AgencyPolicy.builtIn("phan-dho"),
                List.of(
                        officer("requester", "กลุ่มงานบริหารงานทั่วไป"),
                        officer("chair", "สสอ.พาน", "CENTRE_CHAIR"),
                        officer("district-officer", "สสอ.พาน", "DISTRICT_OFFICER"),
                        officer("web-master", "สสอ.พาน", "WEB_MASTER"),
                        officer("verifying-officer", "สสอ.พาน", "VERIFYING_OFFICER")),
                StaffRecords.NONE);
    }

    public SampleAgency with(AgencyPolicy other) {
        return new SampleAgency(other, staff, records);
    }

    public SampleAgency with(StaffRecords other) {
        return new SampleAgency(policy, staff, other);
    }

    public SampleAgency with(Officer another) {
        List<Officer> more = new ArrayList<>(staff);
        more.add(another);
        return new SampleAgency(policy, more, records);
    }

    /** With one more order: an officer may act in a role from one day to another. */
    public SampleAgency acting(String officer, String role, LocalDate from, LocalDate until) {
        return acting(officer, role, RoleScope.ALL, from, until);
    }

    public SampleAgency acting(String officer, String role, RoleScope scope, LocalDate from, LocalDate until) {
        List<Delegation> orders = new ArrayList<>(records.delegations());
        orders.add(new Delegation(
                new OfficerId(officer),
                role,
                scope,
                new Term(from, until),
                "คำสั่งที่ " + (orders.size() + 1) + "/2564"));
        return with(new StaffRecords(orders, records.appointments()));
    }

    public static Officer officer(String id, String unit, String... posts) {
        return new Officer(new OfficerId(id), id + " ตัวอย่าง", unit, Set.of(posts));
    }

    public static Actor actor(String id) {
        return Actor.local(id);
    }

    public StaffDirectory directory() {
        List<Officer> officers = staff;
        return new StaffDirectory() {
            @Override
            public Optional<Officer> find(OfficerId id) {
                return officers.stream()
                        .filter(officer -> officer.id().equals(id))
                        .findFirst();
            }

            @Override
            public List<Officer> ofUnit(String unit) {
                return officers.stream()
                        .filter(officer -> officer.unit().equals(unit))
                        .toList();
            }
        };
    }
}

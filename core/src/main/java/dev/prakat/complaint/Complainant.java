package dev.prakat.complaint;

import dev.prakat.policy.ComplaintPolicy.Detail;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Who complains and of what. Personal: sealed in the database, and opened only by {@link SealedDetails#open}. Immutable. Source:
 * S004-R15
 *
 * @param firstName the first name; empty when it is not known
 * @param surname the surname; empty when it is not known
 * @param address the address; empty when it is not known
 * @param telephone the telephone number; empty when it is not known
 * @param matter what is asked for; may be empty
 */
public record Complainant(String firstName, String surname, String address, String telephone, String matter) {

    /** Takes the blanks off. */
    public Complainant {
        firstName = firstName.strip();
        surname = surname.strip();
        address = address.strip();
        telephone = telephone.strip();
        matter = matter.strip();
    }

    /** As it is sealed. */
    List<String> texts() {
        return List.of(firstName, surname, address, telephone, matter);
    }

    static Complainant of(List<String> texts) {
        Iterator<String> next = texts.iterator();
        return new Complainant(next.next(), next.next(), next.next(), next.next(), next.next());
    }

    /** What is missing of what makes a complaint. */
    Set<Detail> missing(Set<Detail> needed) {
        Set<Detail> missing = EnumSet.noneOf(Detail.class);
        for (Detail detail : needed) {
            String value = switch (detail) {
                case FIRST_NAME -> firstName;
                case SURNAME -> surname;
                case ADDRESS -> address;
                case TELEPHONE -> telephone;
            };
            if (value.isEmpty()) {
                missing.add(detail);
            }
        }
        return missing;
    }

    /** Says nothing of what it holds: a message or a log must not. */
    @Override
    public String toString() {
        return "Complainant[sealed]";
    }
}

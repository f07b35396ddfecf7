package dev.prakat.request;

import java.util.Iterator;
import java.util.List;

/**
 * Who asks and for what. May be personal: sealed in the database, and opened only by {@link RequestDetails#open}. Immutable. Source:
 * S000-R02
 *
 * @param organisation the agency that asks; empty for a person who asks alone
 * @param person whom to talk to; may be empty
 * @param address the postal address; may be empty
 * @param email the e-mail address; may be empty
 * @param telephone the telephone number; may be empty
 * @param wanted what is wanted, in the requester's words
 */
public record Requester(
        String organisation, String person, String address, String email, String telephone, String wanted) {

    /** Takes the blanks off. */
    public Requester {
        organisation = organisation.strip();
        person = person.strip();
        address = address.strip();
        email = email.strip();
        telephone = telephone.strip();
        wanted = wanted.strip();
    }

    /**
     * Whom a letter is for.
     *
     * @return the agency, or else the person
     */
    public String name() {
        return organisation.isEmpty() ? person : organisation;
    }

    Requester wanting(String other) {
        return new Requester(organisation, person, address, email, telephone, other);
    }

    /** As it is sealed. */
    List<String> texts() {
        return List.of(organisation, person, address, email, telephone, wanted);
    }

    static Requester of(List<String> texts) {
        Iterator<String> next = texts.iterator();
        return new Requester(next.next(), next.next(), next.next(), next.next(), next.next(), next.next());
    }

    /** Says nothing of what it holds: a message or a log must not. */
    @Override
    public String toString() {
        return "Requester[sealed]";
    }
}

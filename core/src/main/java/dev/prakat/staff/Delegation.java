package dev.prakat.staff;

import dev.prakat.spi.OfficerId;

/**
 * An order that lets an officer act in a role, or in the place of a post's holder. Immutable. Source: AMB-08.
 *
 * @param officer who may act
 * @param role the role's or post's code, for example {@code AUTHORISED_EXECUTIVE}
 * @param scope for what
 * @param term from when until when
 * @param orderNumber the number of the order, as it is printed
 */
public record Delegation(OfficerId officer, String role, RoleScope scope, Term term, String orderNumber) {

    /**
     * Checks the texts.
     *
     * @throws IllegalArgumentException if the role or the order's number is blank: nobody acts without an order
     */
    public Delegation {
        if (role.isBlank() || orderNumber.isBlank()) {
            throw new IllegalArgumentException("delegation of '" + officer + "': found the role '" + role
                    + "' and the order number '" + orderNumber + "', expected both");
        }
    }
}

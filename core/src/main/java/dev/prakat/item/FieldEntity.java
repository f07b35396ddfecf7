package dev.prakat.item;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of what a revision says to a field of the policy. */
@Entity
@Table(name = "prakat_field")
class FieldEntity {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "field_id", nullable = false, updatable = false)
    private String name;

    @Column(name = "field_value", nullable = false)
    private String value;

    protected FieldEntity() {}

    FieldEntity(String revision, String name, String value) {
        this.id = revision + "/" + name;
        this.name = name;
        this.value = value;
    }

    void erase() {
        value = "";
    }

    String name() {
        return name;
    }

    String value() {
        return value;
    }
}

package dev.prakat.request;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** The last running number of a year's letters. */
@Entity
@Table(name = "prakat_request_letter_year")
class LetterYearEntity {

    @Id
    @Column(name = "be_year")
    private int year;

    @Column(name = "last_number", nullable = false)
    private int last;

    @Version
    @Column(name = "version", nullable = false)
    private int version;

    protected LetterYearEntity() {}

    LetterYearEntity(int year) {
        this.year = year;
    }

    int next() {
        return ++last;
    }
}

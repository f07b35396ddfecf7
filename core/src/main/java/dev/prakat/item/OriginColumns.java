package dev.prakat.item;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The columns of a revision that say where it comes from. */
@Embeddable
class OriginColumns {

    @Column(name = "source", nullable = false, updatable = false)
    private String source = Origin.INTERNAL;

    @Column(name = "letter_received", updatable = false)
    private @Nullable String letterReceived;

    @Column(name = "letter_number", updatable = false)
    private @Nullable String letterNumber;

    @Column(name = "letter_on", updatable = false)
    private @Nullable LocalDate letterOn;

    @Column(name = "letter_agency", updatable = false)
    private @Nullable String letterAgency;

    @Column(name = "letter_signatory", updatable = false)
    private @Nullable String letterSignatory;

    @Column(name = "letter_post", updatable = false)
    private @Nullable String letterPost;

    @Column(name = "scan_name", updatable = false)
    private @Nullable String scanName;

    @Column(name = "scan_media_type", updatable = false)
    private @Nullable String scanMediaType;

    @Column(name = "scan_bytes", updatable = false)
    private @Nullable Long scanBytes;

    @Column(name = "scan_sha256", updatable = false)
    private @Nullable String scanSha256;

    @Column(name = "provider_name", updatable = false)
    private @Nullable String providerName;

    @Column(name = "provider_on", updatable = false)
    private @Nullable LocalDate providerOn;

    @Column(name = "pdpa_basis", updatable = false)
    private @Nullable String pdpaBasis;

    @Column(name = "pdpa_purpose", updatable = false)
    private @Nullable String pdpaPurpose;

    @Column(name = "pdpa_subjects", updatable = false)
    private @Nullable String pdpaSubjects;

    @Column(name = "pdpa_redacted", updatable = false)
    private @Nullable Boolean pdpaRedacted;

    protected OriginColumns() {}

    OriginColumns(Origin origin, @Nullable Attachment scan) {
        source = origin.source();
        RegisteredLetter letter = origin.letter();
        if (letter != null) {
            letterReceived = letter.received();
            letterNumber = letter.number();
            letterOn = letter.date();
            letterAgency = letter.agency();
            letterSignatory = letter.signatory();
            letterPost = letter.post();
        }
        if (scan != null) {
            scanName = scan.name();
            scanMediaType = scan.mediaType();
            scanBytes = scan.bytes();
            scanSha256 = scan.sha256();
        }
        Provider provider = origin.provider();
        if (provider != null) {
            providerName = provider.name();
            providerOn = provider.date();
        }
        PersonalDataStatement data = origin.personalData();
        if (data != null) {
            pdpaBasis = data.lawfulBasis();
            pdpaPurpose = data.purpose();
            pdpaSubjects = data.dataSubjects();
            pdpaRedacted = data.redacted();
        }
    }

    Origin toOrigin() {
        return new Origin(source, letter(), provider(), personalData());
    }

    @Nullable
    Attachment toScan() {
        return scanName == null || scanMediaType == null || scanBytes == null || scanSha256 == null
                ? null
                : new Attachment(scanName, scanMediaType, scanBytes, scanSha256);
    }

    private @Nullable RegisteredLetter letter() {
        return letterReceived == null
                        || letterNumber == null
                        || letterOn == null
                        || letterAgency == null
                        || letterSignatory == null
                        || letterPost == null
                ? null
                : new RegisteredLetter(
                        letterReceived, letterNumber, letterOn, letterAgency, letterSignatory, letterPost);
    }

    private @Nullable Provider provider() {
        return providerName == null || providerOn == null ? null : new Provider(providerName, providerOn);
    }

    private @Nullable PersonalDataStatement personalData() {
        return pdpaBasis == null || pdpaPurpose == null || pdpaSubjects == null || pdpaRedacted == null
                ? null
                : new PersonalDataStatement(pdpaBasis, pdpaPurpose, pdpaSubjects, pdpaRedacted);
    }
}

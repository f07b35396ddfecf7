package dev.prakat.item;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of a revision that say where it comes from. */
@Embeddable
class OriginColumns {

    @Column(name = "source", nullable = false, updatable = false)
    private String source = Origin.INTERNAL;

    @Column(name = "letter_received")
    private @Nullable String letterReceived;

    @Column(name = "letter_number")
    private @Nullable String letterNumber;

    @Column(name = "letter_on")
    private @Nullable LocalDate letterOn;

    @Column(name = "letter_agency")
    private @Nullable String letterAgency;

    @Column(name = "letter_signatory")
    private @Nullable String letterSignatory;

    @Column(name = "letter_post")
    private @Nullable String letterPost;

    @Column(name = "scan_name")
    private @Nullable String scanName;

    @Column(name = "scan_media_type")
    private @Nullable String scanMediaType;

    @Column(name = "scan_bytes")
    private @Nullable Long scanBytes;

    @Column(name = "scan_sha256")
    private @Nullable String scanSha256;

    @Column(name = "provider_name")
    private @Nullable String providerName;

    @Column(name = "provider_on")
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

    String source() {
        return source;
    }

    /** Takes out who wrote, signed and answered for it, and the scan; where it comes from and the statement stay. */
    void erase() {
        letterReceived = null;
        letterNumber = null;
        letterOn = null;
        letterAgency = null;
        letterSignatory = null;
        letterPost = null;
        scanName = null;
        scanMediaType = null;
        scanBytes = null;
        scanSha256 = null;
        providerName = null;
        providerOn = null;
    }

    /** Every column by its name, in order; those that are empty are left out. */
    SortedMap<String, Object> columns() {
        SortedMap<String, Object> columns = new TreeMap<>();
        put(columns, "letter_received", letterReceived);
        put(columns, "letter_number", letterNumber);
        put(columns, "letter_on", letterOn);
        put(columns, "letter_agency", letterAgency);
        put(columns, "letter_signatory", letterSignatory);
        put(columns, "letter_post", letterPost);
        put(columns, "scan_name", scanName);
        put(columns, "scan_media_type", scanMediaType);
        put(columns, "scan_bytes", scanBytes);
        put(columns, "scan_sha256", scanSha256);
        put(columns, "provider_name", providerName);
        put(columns, "provider_on", providerOn);
        put(columns, "pdpa_basis", pdpaBasis);
        put(columns, "pdpa_purpose", pdpaPurpose);
        put(columns, "pdpa_subjects", pdpaSubjects);
        put(columns, "pdpa_redacted", pdpaRedacted);
        return columns;
    }

    private static void put(SortedMap<String, Object> columns, String name, @Nullable Object value) {
        if (value != null) {
            columns.put(name, value);
        }
    }

    boolean isErased() {
        return Stream.of(
                        letterReceived,
                        letterNumber,
                        letterOn,
                        letterAgency,
                        letterSignatory,
                        letterPost,
                        scanName,
                        scanMediaType,
                        scanBytes,
                        scanSha256,
                        providerName,
                        providerOn)
                .allMatch(Objects::isNull);
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

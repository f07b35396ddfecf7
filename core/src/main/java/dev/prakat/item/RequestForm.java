package dev.prakat.item;

import java.net.URI;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The request to publish, as the form has it. Immutable. Source: S002-F01 to S002-F09.
 *
 * @param unit the unit that asks; the code of the item's unit Source: S002-F01
 * @param date the day on which it was asked, in Asia/Bangkok Source: S002-F02
 * @param topic the title Source: S002-F03
 * @param details the canonical HTML Source: S002-F04
 * @param externalLink the link, or null Source: S002-F05
 * @param remark the remark, or null Source: S002-F06
 * @param provider who answers for the data, or null when nobody is named Source: S002-F07
 * @param certifier who agreed, or null as long as nobody did Source: S002-F08
 * @param publisher who published it, or null as long as nobody did Source: S002-F09
 */
public record RequestForm(
        String unit,
        LocalDate date,
        String topic,
        String details,
        @Nullable URI externalLink,
        @Nullable String remark,
        @Nullable Signature provider,
        @Nullable Signature certifier,
        @Nullable Signature publisher) {

    /**
     * A block for a signature.
     *
     * @param name who signed
     * @param date the day, in Asia/Bangkok
     */
    public record Signature(String name, LocalDate date) {}

    /**
     * The form of a revision, with F01 to F07 filled in.
     *
     * @param item the item that it belongs to
     * @param revision the revision
     * @param asked the day on which it was asked, in Asia/Bangkok
     * @return the form; F08 and F09 are null
     */
    public static RequestForm of(Item item, Revision revision, LocalDate asked) {
        Provider provider = revision.origin().provider();
        return new RequestForm(
                item.ownerUnit(),
                asked,
                revision.title(),
                revision.bodyHtml(),
                revision.externalLink(),
                revision.remark(),
                provider == null ? null : new Signature(provider.name(), provider.date()),
                null,
                null);
    }

    /**
     * Fills in who agreed. Source: S002-F08
     *
     * @param signature who, and when
     * @return the changed copy
     */
    public RequestForm certifiedBy(Signature signature) {
        return new RequestForm(unit, date, topic, details, externalLink, remark, provider, signature, publisher);
    }

    /**
     * Fills in who published it. Source: S002-F09
     *
     * @param signature who, and when
     * @return the changed copy
     */
    public RequestForm publishedBy(Signature signature) {
        return new RequestForm(unit, date, topic, details, externalLink, remark, provider, certifier, signature);
    }
}

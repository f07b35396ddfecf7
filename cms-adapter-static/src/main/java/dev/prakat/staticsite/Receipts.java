package dev.prakat.staticsite;

import dev.prakat.spi.Artefact;
import dev.prakat.spi.LogReceipt;
import dev.prakat.spi.Receipt;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Says at which public addresses an item stands, or may come to stand when newer ones go. */
final class Receipts {

    private final SiteSettings settings;
    private final List<Artefact> artefacts = new ArrayList<>();

    private Receipts(SiteSettings settings) {
        this.settings = settings;
    }

    static Receipt published(SiteSettings settings, ItemState item, List<LogReceipt> records) {
        Receipts receipts = new Receipts(settings);
        receipts.own(item);
        ItemState.Text text = item.text();
        if (text != null) {
            BuddhistMonth month = BuddhistMonth.of(text.publishedAt());
            receipts.add(Artefact.Kind.LISTING, SitePath.HOME, null, true);
            receipts.add(Artefact.Kind.FEED, SitePath.FEED, null, true);
            receipts.add(Artefact.Kind.FEED, SitePath.sitemap(month), null, true);
            for (ItemState.Step step : item.path()) {
                receipts.add(Artefact.Kind.LISTING, SitePath.category(step.id()), null, true);
                receipts.add(Artefact.Kind.LISTING, SitePath.month(step.id(), month), null, true);
                receipts.add(Artefact.Kind.FEED, SitePath.feed(step.id()), null, true);
            }
        }
        return receipts.receipt(item, records);
    }

    /** After a take-down only the item's own page is left, and under a banner its attachments. */
    static Receipt takenDown(SiteSettings settings, ItemState item, List<LogReceipt> records) {
        Receipts receipts = new Receipts(settings);
        receipts.own(item);
        return receipts.receipt(item, records);
    }

    private void own(ItemState item) {
        String page = SitePath.page(item.item());
        String hash = item.files().get(page);
        add(Artefact.Kind.PAGE, page, hash, false);
        artefacts.add(new Artefact(settings.base().resolve("./" + page), Artefact.Kind.ALTERNATIVE, page, hash, false));
        item.files().forEach((path, sha256) -> {
            if (SitePath.isAttachment(item.item(), path)) {
                add(Artefact.Kind.ATTACHMENT, path, sha256, false);
            }
        });
    }

    private void add(Artefact.Kind kind, String path, @Nullable String sha256, boolean shared) {
        artefacts.add(new Artefact(SitePath.address(settings.base(), path), kind, path, sha256, shared));
    }

    private Receipt receipt(ItemState item, List<LogReceipt> records) {
        long changes = records.size() / 2;
        return new Receipt(item.item(), artefacts, changes + " file operations below " + settings.docroot(), records);
    }
}

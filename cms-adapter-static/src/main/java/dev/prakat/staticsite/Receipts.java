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

    static Receipt published(SiteSettings settings, ItemState item, SiteLists lists, List<LogReceipt> records) {
        Receipts receipts = new Receipts(settings);
        receipts.own(item);
        ItemState.Text text = item.text();
        if (text != null) {
            BuddhistDay day = BuddhistDay.of(text.publishedAt());
            receipts.add(Artefact.Kind.LISTING, SitePath.HOME, null, true);
            receipts.add(Artefact.Kind.FEED, SitePath.FEED, null, true);
            Leaf mapped = leaf(lists, SiteLists.SITE, day, item.item());
            receipts.add(Artefact.Kind.FEED, SitePath.sitemap(mapped), null, true);
            receipts.searched(item.item(), day, mapped, lists);
            if (lists.page(SitePath.catalogue(mapped)).isPresent()) {
                receipts.add(Artefact.Kind.FEED, SitePath.catalogue(mapped), null, true);
            }
            for (ItemState.Step step : item.path()) {
                Leaf leaf = leaf(lists, step.id(), day, item.item());
                receipts.add(Artefact.Kind.LISTING, SitePath.category(step.id()), null, true);
                receipts.add(Artefact.Kind.LISTING, SitePath.leaf(step.id(), leaf), null, true);
                receipts.add(Artefact.Kind.FEED, SitePath.feed(step.id()), null, true);
                receipts.add(Artefact.Kind.FEED, SitePath.archive(step.id(), leaf), null, true);
            }
        }
        return receipts.receipt(item, records);
    }

    /** What search reads of it. */
    private void searched(String item, BuddhistDay day, Leaf heads, SiteLists lists) {
        add(Artefact.Kind.FEED, SitePath.searched(heads), null, true);
        SearchShards.texts(lists, day.month()).stream()
                .filter(leaf -> leaf.has(day.day(), item))
                .forEach(leaf -> add(Artefact.Kind.FEED, SitePath.searchedText(leaf), null, true));
        String whole = SitePath.searchedLong(day.month().year(), item);
        if (lists.page(whole).isPresent()) {
            add(Artefact.Kind.FEED, whole, null, false);
        }
    }

    /** The part of a month that lists an item. */
    private static Leaf leaf(SiteLists lists, String list, BuddhistDay day, String item) {
        return lists.leaves(list, day.month()).stream()
                .filter(leaf -> leaf.has(day.day(), item))
                .findFirst()
                .orElseGet(() -> Leaf.parse(day.month(), ""));
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

package dev.prakat.staticsite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The catalogue of the data sets for portals that gather them: DCAT 3 as JSON-LD. {@code catalog.jsonld} names the parts; each has the
 * data sets of one part of the sitemap, so that one item more or less changes one of them. A site without data sets has none.
 */
final class Catalogue {

    private static final String DCAT = "http://www.w3.org/ns/dcat#";
    private static final String TERMS = "http://purl.org/dc/terms/";
    private static final String FOAF = "http://xmlns.com/foaf/0.1/";
    private static final String SPDX = "http://spdx.org/rdf/terms#";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String TYPES = "https://www.iana.org/assignments/media-types/";

    private final PageFrame frame;
    private final SiteLists known;
    private final DataSets dataSets;
    private final Function<String, ItemState> items;

    /**
     * Creates it.
     *
     * @param items the whole state of an item by its key, with its attachments
     */
    Catalogue(PageFrame frame, SiteLists known, DataSets dataSets, Function<String, ItemState> items) {
        this.frame = frame;
        this.known = known;
        this.dataSets = dataSets;
        this.items = items;
    }

    /**
     * Prepares what a change touches.
     *
     * @param mapped what it does to the parts of the sitemap
     * @param empty takes the paths of what is no more
     * @param thorough whether it is not certain what stands there
     */
    void prepare(Batch batch, Shelf mapped, Collection<String> empty, boolean thorough) throws IOException {
        boolean before = known.page(SitePath.CATALOGUE).isPresent();
        if (dataSets.none() && !before) {
            return;
        }
        SharedPages.each(mapped.render(), leaf -> part(batch, leaf));
        List<Leaf> touched = new ArrayList<>(mapped.render());
        touched.addAll(mapped.removed());
        boolean reshaped = thorough || (before && !batch.stands(SitePath.CATALOGUE));
        for (Leaf leaf : touched) {
            String path = SitePath.catalogue(leaf);
            boolean had = known.page(path).isPresent();
            boolean has = batch.wanted().containsKey(path);
            reshaped |= had != has;
            if (had && !has) {
                empty.add(path);
            }
        }
        if (reshaped) {
            whole(batch, empty);
        }
    }

    private void whole(Batch batch, Collection<String> empty) throws IOException {
        List<Object> parts = new ArrayList<>();
        for (int year : known.years(SiteLists.SITE)) {
            for (BuddhistMonth month : known.months(SiteLists.SITE, year)) {
                for (Leaf leaf : known.leaves(SiteLists.SITE, month)) {
                    String path = SitePath.catalogue(leaf);
                    boolean stays = known.page(path).isPresent() && !empty.contains(path);
                    if (stays || batch.wanted().containsKey(path)) {
                        parts.add(Map.of("@id", frame.addressText(path)));
                    }
                }
            }
        }
        if (parts.isEmpty()) {
            empty.add(SitePath.CATALOGUE);
            return;
        }
        Map<String, Object> catalogue = begin(SitePath.CATALOGUE);
        catalogue.put("foaf:homepage", Map.of("@id", frame.addressText(SitePath.HOME)));
        catalogue.put("dcat:catalog", parts);
        batch.write(SitePath.CATALOGUE, null, SearchShards.bytes(catalogue));
    }

    private void part(Batch batch, Leaf leaf) throws IOException {
        List<Object> sets = new ArrayList<>();
        for (Listed listed : known.of(SiteLists.SITE, leaf)) {
            if (dataSets.has(listed.in())) {
                sets.add(dataSet(items.apply(listed.id())));
            }
        }
        if (!sets.isEmpty()) {
            Map<String, Object> part = begin(SitePath.catalogue(leaf));
            part.put("dct:isPartOf", Map.of("@id", frame.addressText(SitePath.CATALOGUE)));
            part.put("dcat:dataset", sets);
            batch.write(SitePath.catalogue(leaf), null, SearchShards.bytes(part));
        }
    }

    /** What the whole and its parts begin with. Our mark comes first; it has no meaning in the context, and so none in the data. */
    private Map<String, Object> begin(String path) {
        Map<String, Object> context = new LinkedHashMap<>();
        context.put("dcat", DCAT);
        context.put("dct", TERMS);
        context.put("foaf", FOAF);
        context.put("spdx", SPDX);
        context.put("xsd", XSD);
        Map<String, Object> begun = new LinkedHashMap<>();
        begun.put("site", PageFrame.SITE_MARK);
        begun.put("@context", context);
        begun.put("@id", frame.addressText(path));
        begun.put("@type", "dcat:Catalog");
        begun.put("dct:title", names());
        Map<String, Object> publisher = new LinkedHashMap<>();
        publisher.put("@id", publisher());
        publisher.put("@type", "foaf:Organization");
        publisher.put("foaf:name", names());
        begun.put("dct:publisher", publisher);
        return begun;
    }

    private String publisher() {
        return frame.addressText(SitePath.HOME) + "#publisher";
    }

    private List<Object> names() {
        List<Object> names = new ArrayList<>();
        names.add(text(frame.site().agencyName(), "th"));
        if (!frame.site().agencyNameEn().isBlank()) {
            names.add(text(frame.site().agencyNameEn(), "en"));
        }
        return names;
    }

    private Map<String, Object> dataSet(ItemState item) {
        ItemState.Text text = Objects.requireNonNull(item.text(), "a listed item has a text");
        String page = frame.addressText(SitePath.page(item.item()));
        Map<String, Object> set = new LinkedHashMap<>();
        set.put("mark", item.marker().text());
        set.put("@id", page + "#dataset");
        set.put("@type", "dcat:Dataset");
        set.put("dct:identifier", item.item());
        set.put("dct:title", text(text.title(), text.language()));
        if (!text.summary().isBlank()) {
            set.put("dct:description", text(text.summary(), text.language()));
        }
        set.put("dct:publisher", Map.of("@id", publisher()));
        set.put("dct:creator", text.units().stream().map(Catalogue::unit).toList());
        set.put("dct:issued", typed(text.published().instant(), "xsd:dateTime"));
        set.put("dcat:version", Integer.toString(text.revision()));
        set.put(
                "dcat:keyword",
                item.path().stream().map(step -> text(step.label(), "th")).toList());
        set.put("dcat:landingPage", Map.of("@id", page));
        set.put(
                "dcat:distribution",
                text.files().stream().map(file -> distribution(file, page)).toList());
        return set;
    }

    private static Map<String, Object> unit(String name) {
        Map<String, Object> unit = new LinkedHashMap<>();
        unit.put("@type", "foaf:Organization");
        unit.put("foaf:name", text(name, "th"));
        return unit;
    }

    private Map<String, Object> distribution(ItemState.Attached file, String page) {
        Map<String, Object> made = new LinkedHashMap<>();
        made.put("@type", "dcat:Distribution");
        made.put("dct:title", file.name());
        made.put("dcat:accessURL", Map.of("@id", page));
        made.put("dcat:downloadURL", Map.of("@id", frame.addressText(file.path())));
        made.put("dcat:mediaType", Map.of("@id", TYPES + mediaType(file.mediaType())));
        made.put("dcat:byteSize", typed(Long.toString(file.bytes()), "xsd:nonNegativeInteger"));
        Map<String, Object> checksum = new LinkedHashMap<>();
        checksum.put("@type", "spdx:Checksum");
        checksum.put("spdx:algorithm", Map.of("@id", "spdx:checksumAlgorithm_sha256"));
        checksum.put("spdx:checksumValue", typed(file.sha256(), "xsd:hexBinary"));
        made.put("spdx:checksum", checksum);
        return made;
    }

    /** The type without parameters, and only one that can stand in an address. */
    private static String mediaType(String given) {
        String type = given.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return type.matches("[0-9a-z.+-]+/[0-9a-z.+-]+") ? type : "application/octet-stream";
    }

    private static Map<String, Object> text(String value, String language) {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put("@value", value);
        text.put("@language", language);
        return text;
    }

    private static Map<String, Object> typed(String value, String type) {
        Map<String, Object> typed = new LinkedHashMap<>();
        typed.put("@value", value);
        typed.put("@type", type);
        return typed;
    }
}

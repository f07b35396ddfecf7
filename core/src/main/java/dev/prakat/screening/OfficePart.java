package dev.prakat.screening;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads one XML part of an Office file. No entity is expanded and nothing outside is fetched. One use, one thread. */
final class OfficePart {

    private static final Set<String> TEXTS = Set.of("t", "delText", "instrText", "v");
    private static final Set<String> LINES =
            Set.of("p", "h", "si", "row", "table-row", "tr", "comment", "br", "line-break");
    private static final Set<String> CELLS = Set.of("c", "tc", "table-cell", "tab", "cr", "s");
    private static final Set<String> SAYING =
            Set.of("author", "Target", "href", "string-value", "descr", "title", "name");
    private static final int LONGEST_NUMBER = 40;

    private final XMLStreamReader xml;
    private final Reading reading;
    /** Parts in which every text counts, not only that of known elements. */
    private final boolean all;

    private boolean counts;
    private boolean shared;

    private OfficePart(XMLStreamReader xml, Reading reading, boolean all) {
        this.xml = xml;
        this.reading = reading;
        this.all = all;
    }

    /** Whether an entry of this name holds text. */
    static boolean isRead(String name) {
        boolean looks = name.contains("theme")
                || name.contains("styles")
                || name.contains("fonttable")
                || name.endsWith("settings.xml")
                || name.endsWith("[content_types].xml")
                || name.contains("manifest");
        return !looks && (name.endsWith(".xml") || name.endsWith(".xml.rels"));
    }

    static void read(String name, InputStream in, Reading reading) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        boolean all = name.startsWith("docprops/") || name.equals("content.xml") || name.equals("meta.xml");
        new OfficePart(factory.createXMLStreamReader(in), reading, all).read();
        reading.append('\n');
    }

    private void read() throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                begin(xml.getLocalName());
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                end(xml.getLocalName());
            } else if ((event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA)
                    && (all || counts)) {
                reading.append(number(xml.getText()));
            }
        }
        xml.close();
    }

    private void begin(String element) {
        if (element.equals("c")) {
            // The value of such a cell is the place of its text in the list of texts, which is read by itself.
            shared = "s".equals(xml.getAttributeValue(null, "t"));
        }
        counts = TEXTS.contains(element) && !(element.equals("v") && shared);
        boolean link = !element.equals("Relationship")
                || String.valueOf(xml.getAttributeValue(null, "Type")).endsWith("/hyperlink");
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (link && SAYING.contains(xml.getAttributeLocalName(i))) {
                reading.append("\n" + xml.getAttributeValue(i) + "\n");
            }
        }
    }

    private void end(String element) {
        counts = false;
        if (LINES.contains(element) || (all && isProperty())) {
            reading.append('\n');
        } else if (CELLS.contains(element)) {
            reading.append(element.equals("s") ? ' ' : '\t');
        }
    }

    /** What a file says of itself stands one to an element. */
    private boolean isProperty() {
        String namespace = String.valueOf(xml.getNamespaceURI());
        return namespace.contains("properties") || namespace.contains("purl.org") || namespace.contains(":meta:");
    }

    /** A sheet may keep a long number as a power of ten. */
    private static String number(String text) {
        if (text.length() > LONGEST_NUMBER || !text.matches("[0-9]\\.[0-9]+E\\+?[0-9]{1,2}")) {
            return text;
        }
        return new BigDecimal(text).toPlainString();
    }
}

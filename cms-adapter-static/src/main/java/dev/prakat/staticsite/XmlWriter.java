package dev.prakat.staticsite;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes well-formed XML in UTF-8 with the JDK's writer, whatever the text. One document; one thread. */
final class XmlWriter {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    private final StringWriter text = new StringWriter(1 << 12);
    private final XMLStreamWriter xml;

    XmlWriter() {
        try {
            xml = FACTORY.createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the JDK's XML writer failed in memory", e);
        }
    }

    /** Opens an element, with attributes as names and values in turn. */
    XmlWriter open(String element, String... attributes) {
        return step(() -> {
            xml.writeCharacters("\n");
            xml.writeStartElement(element);
            for (int i = 0; i < attributes.length; i += 2) {
                xml.writeAttribute(attributes[i], legal(attributes[i + 1]));
            }
        });
    }

    XmlWriter close() {
        return step(xml::writeEndElement);
    }

    /** An element with a text in it. */
    XmlWriter element(String element, String content, String... attributes) {
        open(element, attributes);
        return step(() -> {
            xml.writeCharacters(legal(content));
            xml.writeEndElement();
        });
    }

    XmlWriter comment(String content) {
        return step(() -> xml.writeComment(content));
    }

    byte[] bytes() {
        step(xml::writeEndDocument);
        return (text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The text without the characters that XML 1.0 cannot carry. */
    private static String legal(String value) {
        if (isLegal(value)) {
            return value;
        }
        StringBuilder legal = new StringBuilder(value.length());
        value.codePoints().filter(XmlWriter::isLegal).forEach(legal::appendCodePoint);
        return legal.toString();
    }

    /** Whether it is without pairs of surrogates, too: those have to be looked at together. */
    private static boolean isLegal(String value) {
        for (int i = 0; i < value.length(); i++) {
            if (!isLegal(value.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLegal(int c) {
        boolean space = c == '\t' || c == '\n' || c == '\r';
        boolean basic = (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD);
        return space || basic || c >= 0x10000;
    }

    /** A step of the writer. */
    private interface Step {
        void run() throws XMLStreamException;
    }

    private XmlWriter step(Step step) {
        try {
            step.run();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the JDK's XML writer failed in memory", e);
        }
        return this;
    }
}

package fr.badgesiae.api.platform.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLEventReader;
import javax.xml.stream.XMLEventWriter;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.events.Attribute;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/**
 * A part of a workbook without formulas, whose cells stand in columns that sheets have. The library would make room for each column
 * before that of a cell, and build a shared formula anew for each of its cells.
 */
final class SheetPart {
    /** At most XFD1048576 (ECMA-376, part 1, 18.3.1.73). */
    private static final Pattern ADDRESS =
            Pattern.compile("(?:[A-Z]{1,2}|[A-W][A-Z]{2}|X[A-E][A-Z]|XF[A-D])[1-9][0-9]{0,6}");

    private static final QName REFERENCE = new QName("r");

    /** Parsers keep each name and each open element. */
    private static final int MOST_NAMES = 2_000;

    private static final int DEEPEST = 200;

    private final Set<QName> names = new HashSet<>();
    private int depth;
    private int formulas;

    private SheetPart() {}

    /** @throws XMLStreamException where the part is no XML */
    static byte[] bare(byte[] part) throws XMLStreamException, TableRefusedException {
        XMLInputFactory readers = XMLInputFactory.newDefaultFactory();
        readers.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        readers.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        ByteArrayOutputStream copied = new ByteArrayOutputStream(part.length);
        XMLEventReader from = readers.createXMLEventReader(new ByteArrayInputStream(part));
        XMLEventWriter to =
                XMLOutputFactory.newDefaultFactory().createXMLEventWriter(copied, StandardCharsets.UTF_8.name());
        SheetPart copy = new SheetPart();
        while (from.hasNext()) {
            copy.event(from.nextEvent(), to);
        }
        to.close();
        return copied.toByteArray();
    }

    private void event(XMLEvent event, XMLEventWriter to) throws XMLStreamException, TableRefusedException {
        if (event.isStartElement()) {
            StartElement start = event.asStartElement();
            check(start);
            depth++;
            formulas += formulas > 0 || start.getName().getLocalPart().equals("f") ? 1 : 0;
        }
        if (formulas == 0 && (event.isStartElement() || event.isEndElement() || event.isCharacters())) {
            to.add(event);
        }
        if (event.isEndElement()) {
            depth--;
            formulas -= formulas > 0 ? 1 : 0;
        }
    }

    private void check(StartElement start) throws TableRefusedException {
        names.add(start.getName());
        start.getAttributes().forEachRemaining(attribute -> names.add(attribute.getName()));
        Attribute reference = start.getName().getLocalPart().equals("c") ? start.getAttributeByName(REFERENCE) : null;
        boolean beyond =
                reference != null && !ADDRESS.matcher(reference.getValue()).matches();
        if (beyond || depth >= DEEPEST || names.size() > MOST_NAMES) {
            throw TableRefusedException.whole(TableRefusal.UNREADABLE_WORKBOOK);
        }
    }
}

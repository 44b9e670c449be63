package eu.boucle.process;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A diagram or decision table read as XML, without the engine. */
record DiagramFile(String name, Document xml) {

    static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    static final String DI = "http://www.omg.org/spec/BPMN/20100524/DI";
    static final String DC = "http://www.omg.org/spec/DD/20100524/DC";
    static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

    static DiagramFile read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            return new DiagramFile(
                    file.getFileName().toString(), factory.newDocumentBuilder().parse(in));
        } catch (Exception e) {
            throw new IllegalStateException(file.toString(), e);
        }
    }

    static List<DiagramFile> all(String suffix) {
        try (Stream<Path> files = Files.list(Path.of("bpmn"))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .map(DiagramFile::read)
                    .toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    List<Element> bpmn(String... tags) {
        List<Element> found = new ArrayList<>();
        for (String tag : tags) {
            found.addAll(elements(BPMN, tag));
        }
        return found;
    }

    List<Element> elements(String namespace, String tag) {
        return list(xml.getElementsByTagNameNS(namespace, tag));
    }

    static List<Element> within(Element parent, String namespace, String tag) {
        return list(parent.getElementsByTagNameNS(namespace, tag));
    }

    /** Everything that a token can be at. */
    List<Element> nodes() {
        return bpmn(
                "startEvent",
                "endEvent",
                "boundaryEvent",
                "userTask",
                "serviceTask",
                "receiveTask",
                "exclusiveGateway",
                "parallelGateway",
                "subProcess");
    }

    List<Element> flows() {
        return bpmn("sequenceFlow");
    }

    private static List<Element> list(NodeList nodes) {
        List<Element> found = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            found.add((Element) nodes.item(i));
        }
        return found;
    }

    @Override
    public String toString() {
        return name;
    }
}

package eu.boucle.process;

import eu.boucle.flow.DecisionTables;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** Reads the decision tables of {@code bpmn/*.dmn} as the files that the engine evaluates, so that what is shown is what decides. */
@Component
class DecisionFiles implements DecisionTables {

    private final List<DecisionFile> files = List.of(read("waste-classification"), read("sanitization-technique"));

    @Override
    public List<DecisionFile> files() {
        return files;
    }

    private static DecisionFile read(String key) {
        try (InputStream xml = new ClassPathResource("bpmn/" + key + ".dmn").getInputStream()) {
            return file(key, xml);
        } catch (IOException e) {
            throw new UncheckedIOException(key, e);
        }
    }

    /** @throws IllegalArgumentException for what is no DMN, or brings a document type or outside parts */
    static DecisionFile file(String key, InputStream xml) throws IOException {
        Element root = parsed(xml).getDocumentElement();
        List<DecisionTable> tables = new ArrayList<>();
        for (Element decision : children(root, "decision")) {
            for (Element table : children(decision, "decisionTable")) {
                tables.add(table(decision, table));
            }
        }
        if (tables.isEmpty()) {
            throw new IllegalArgumentException(key + " holds no decision table");
        }
        return new DecisionFile(key, root.getAttribute("name"), List.copyOf(tables));
    }

    private static DecisionTable table(Element decision, Element table) {
        String policy = table.getAttribute("hitPolicy");
        return new DecisionTable(
                decision.getAttribute("id"),
                decision.getAttribute("name"),
                policy.isEmpty() ? "UNIQUE" : policy,
                children(table, "input").stream()
                        .map(input -> new Column(input.getAttribute("label"), expression(input)))
                        .toList(),
                children(table, "output").stream()
                        .map(output -> new Column(output.getAttribute("label"), output.getAttribute("name")))
                        .toList(),
                children(table, "rule").stream().map(DecisionFiles::rule).toList());
    }

    private static Rule rule(Element rule) {
        return new Rule(
                rule.getAttribute("id"),
                texts(rule, "inputEntry"),
                texts(rule, "outputEntry"),
                children(rule, "description").stream()
                        .map(DecisionFiles::words)
                        .findFirst()
                        .orElse(""));
    }

    private static String expression(Element input) {
        return texts(input, "inputExpression").stream().findFirst().orElse("");
    }

    private static List<String> texts(Element parent, String name) {
        return children(parent, name).stream()
                .map(entry -> children(entry, "text").stream()
                        .map(DecisionFiles::words)
                        .findFirst()
                        .orElse(""))
                .toList();
    }

    private static String words(Element element) {
        return element.getTextContent().strip();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && name.equals(element.getLocalName())) {
                found.add(element);
            }
        }
        return found;
    }

    private static Document parsed(InputStream xml) throws IOException {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultNSInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            return factory.newDocumentBuilder().parse(xml);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        } catch (SAXException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

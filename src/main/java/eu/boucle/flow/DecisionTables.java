package eu.boucle.flow;

import java.util.List;

/** Port: the decision tables by which the process answers, shown as they are. */
public interface DecisionTables {

    /** Each file with its tables, in the order in which they are drawn. */
    List<DecisionFile> files();

    /** @param key name of the file without its ending: {@code waste-classification} */
    record DecisionFile(String key, String name, List<DecisionTable> tables) {}

    /**
     * @param hitPolicy FIRST: the first row that fits answers; COLLECT: all rows that fit do; UNIQUE: one row fits
     */
    record DecisionTable(
            String id, String name, String hitPolicy, List<Column> inputs, List<Column> outputs, List<Rule> rules) {}

    /** @param expression what is asked, or the name of what is answered */
    record Column(String label, String expression) {}

    /** @param source the legal or technical source of the row */
    record Rule(String id, List<String> inputs, List<String> outputs, String source) {}
}

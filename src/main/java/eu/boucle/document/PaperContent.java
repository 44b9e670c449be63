package eu.boucle.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a paper says, before it is drawn, in the order of the page. All texts are already in the paper's language.
 *
 * @param number as printed: {@code CE-2026-000789}, or the reference of what it documents
 * @param state one word printed in the head: issued, provisional...
 * @param watermark printed on each page when the paper is provisional; empty otherwise
 * @param issuer name and address lines of who issues it
 * @param facts who, what, when: a two-column list
 * @param claims what is attested, one sentence each
 * @param sections tables and lists, in order
 * @param seal how to verify it; absent on papers without a certificate number
 */
public record PaperContent(
        String title,
        String number,
        int version,
        String state,
        String watermark,
        List<String> issuer,
        List<Fact> facts,
        List<String> claims,
        List<Section> sections,
        @Nullable Seal seal,
        java.util.Locale language) {

    public record Fact(String label, String value) {}

    /**
     * One part of the page: a heading, then sentences, then a table; each may be empty.
     *
     * @param columns heads of the table; empty when there is none
     */
    public record Section(String heading, List<String> sentences, List<Column> columns, List<List<String>> rows) {}

    /**
     * @param share relative width
     * @param kind TEXT, CODE (set in Mono: tags, serials, hashes) or NUMBER (right-aligned)
     */
    public record Column(String head, float share, ColumnKind kind) {}

    public enum ColumnKind {
        TEXT,
        CODE,
        NUMBER
    }

    /**
     * @param address what the QR code holds: the public verification page, without the printed code
     * @param code the printed code that opens client, count and serials
     */
    public record Seal(String address, String code) {}
}

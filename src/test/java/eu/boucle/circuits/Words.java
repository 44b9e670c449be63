package eu.boucle.circuits;

import java.util.List;

/** Words that nobody should send, for any field of text, number or time. */
final class Words {

    /** For every field. */
    static final List<String> ANY = List.of(
            "a\u0000b",
            "\u202Egnp.exe\u2066",
            "zero\u200Bwidth\uFEFF",
            "a\r\nX-Evil: 1",
            "../../../../etc/passwd",
            "=cmd|' /C calc'!A0",
            "<script>alert(1)</script>",
            "' or 1=1 --",
            "${7*7} #{7*7} __${7*7}__::.x",
            "%00%0d%0a",
            "\uD83D\uDE00 e\u0301",
            "-1",
            "1e400",
            "1e1000000000",
            "1e-1000000000",
            "99999999999999999999999999999999",
            "NaN",
            "+999999999-12-31",
            "-999999999-01-01",
            "0000-01-01",
            "2026-02-30",
            "+1000000000-12-31T23:59:59.999999999Z",
            "2026-03-29T02:30",
            "[[]]",
            "a".repeat(100_000));

    /** In the place of an id, a reference or a tag; already in the form that an address takes. */
    static final List<String> IN_PATHS = List.of(
            "..%2F..%2Fetc%2Fpasswd",
            "%2e%2e%2f",
            "a%00b",
            "a%0D%0AX-Evil:1",
            "%E2%80%AEgnp",
            "%C0%AF",
            "%FF%FE",
            "'%20or%201=1--",
            "a;jsessionid=1",
            "DR-2026-000001'",
            "DR-9999-999999999999999999999",
            "00000000-0000-0000-0000-000000000000",
            "-1",
            "a".repeat(3_000));

    /** Of uploaded files. */
    static final List<String> FILE_NAMES = List.of(
            "../../../../tmp/evil.log",
            "..\\..\\evil.log",
            "C:\\evil.log",
            "a%0D%0AX-Evil: 1.log",
            "a\u0000.log",
            "\u202Egol.exe",
            "a".repeat(3_000) + ".log",
            "");

    private Words() {}
}

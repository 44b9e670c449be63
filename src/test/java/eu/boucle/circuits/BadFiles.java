package eu.boucle.circuits;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Files that nobody should send, made when they are needed. */
final class BadFiles {

    static final String PARTS = "multipart/form-data; boundary=edge";

    private static final int BOMB = 40 * 1024 * 1024;

    private static final Map<String, byte[]> ALL = made();

    private BadFiles() {}

    static Map<String, byte[]> all() {
        return ALL;
    }

    private static Map<String, byte[]> made() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("nothing", new byte[0]);
        files.put("zip bomb", zip("a.csv"));
        files.put("workbook bomb", zip("xl/worksheets/sheet1.xml"));
        files.put("climbing zip", zip("../../../../tmp/evil"));
        files.put("gzip bomb", gzip());
        files.put("nulls", new byte[200_000]);
        files.put("malformed text", repeat(new byte[] {(byte) 0xC0, (byte) 0x80, (byte) 0xFF}, 50_000));
        files.put("one endless line", "a".repeat(2_000_000).getBytes(StandardCharsets.UTF_8));
        files.put("many columns", "a;".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        files.put("many quotes", "\"".repeat(500_001).getBytes(StandardCharsets.UTF_8));
        files.put("many lines", "serial\n".repeat(100_000).getBytes(StandardCharsets.UTF_8));
        files.put("entities", entities());
        files.put("formulas", "serial;model\n=cmd|' /C calc'!A0;@SUM(1)\n+1;-1\n".getBytes(StandardCharsets.UTF_8));
        files.put("bidi", "serial;model\n\u202Egnp.exe;a\u200Bb\n".getBytes(StandardCharsets.UTF_8));
        files.put(
                "half a wiping log",
                "nwipe 0.34\n\u0000[1999/99/99 99:99:99] notice: ".getBytes(StandardCharsets.UTF_8));
        return files;
    }

    /** A file as a browser sends it; quotes in its name are the sender's business. */
    static byte[] part(String name, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: text/plain\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--edge--\r\n".getBytes(StandardCharsets.UTF_8));
        return body.toByteArray();
    }

    private static byte[] zip(String entry) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
                zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
                zip.write("<Types/>".getBytes(StandardCharsets.UTF_8));
                zip.putNextEntry(new ZipEntry(entry));
                byte[] zeros = new byte[1024 * 1024];
                for (int i = 0; i < BOMB / zeros.length; i++) {
                    zip.write(zeros);
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] gzip() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
                byte[] zeros = new byte[1024 * 1024];
                for (int i = 0; i < BOMB / zeros.length; i++) {
                    gzip.write(zeros);
                }
            }
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] entities() {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY e0 \"lol\">");
        for (int i = 1; i < 30; i++) {
            xml.append("<!ENTITY e")
                    .append(i)
                    .append(" \"")
                    .append(("&e" + (i - 1) + ";").repeat(10))
                    .append("\">");
        }
        return xml.append("]><a>&e29;</a>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] repeat(byte[] bytes, int times) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < times; i++) {
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }
}

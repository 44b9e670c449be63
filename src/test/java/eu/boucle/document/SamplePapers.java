package eu.boucle.document;

import eu.boucle.document.PaperContent.Column;
import eu.boucle.document.PaperContent.ColumnKind;
import eu.boucle.document.PaperContent.Fact;
import eu.boucle.document.PaperContent.Seal;
import eu.boucle.document.PaperContent.Section;
import eu.boucle.scancode.AssetTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Papers as the other rooms will ask for them, to be drawn in tests. */
final class SamplePapers {

    private SamplePapers() {}

    static PaperDrawing drawing() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/document");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new PaperDrawing(messages);
    }

    static List<String> serials(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "5CG" + (7000000 + i * 7919) + (i % 5 == 0 ? "-REV/B_" + i : ""))
                .toList();
    }

    static PaperContent certificate(int rows, String watermark) {
        List<String> serials = serials(rows);
        List<List<String>> table = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            table.add(List.of(
                    AssetTag.of(i).value(),
                    i % 3 == 0 ? "Serveur rackable 2U" : "Baie de stockage",
                    i % 4 == 0 ? "Hewlett Packard Enterprise ProLiant DL380 Gen10 Plus" : "Dell PowerEdge R740",
                    serials.get(i),
                    "S3Z8NX0M" + (100000 + i),
                    "Effacement cryptographique",
                    "Purge"));
        }
        return new PaperContent(
                "Certificat d’effacement des données",
                "CE-2026-000789",
                1,
                watermark.isBlank() ? "Émis" : "Provisoire",
                watermark,
                List.of(
                        "Hébergeur du Nord SAS",
                        "12 rue de l’Épeule, 59100 Roubaix, France",
                        "SIRET 732 829 320 00074"),
                List.of(
                        new Fact("Client", "Ateliers Łódź & Fils, 4 quai des Queyries, 33100 Bordeaux"),
                        new Fact("Demande", "DR-2026-000123 du 4 novembre 2026"),
                        new Fact("Équipements", rows + " équipements, " + rows + " supports"),
                        new Fact("Lieu de l’effacement", "Entrepôt de Roubaix, 12 rue de l’Épeule, 59100 Roubaix"),
                        new Fact("Effectué par", "Camille Dupré, le 18 novembre 2026"),
                        new Fact("Validé par", "Sacha Morel, le 20 novembre 2026")),
                List.of("Hébergeur du Nord SAS atteste que les données des supports listés ci-dessous ont été effacées "
                        + "selon la technique et au niveau indiqués, et que chaque effacement a été vérifié."),
                List.of(
                        new Section(
                                "Supports effacés",
                                List.of(),
                                List.of(
                                        new Column("Étiquette", 1.2f, ColumnKind.CODE),
                                        new Column("Type", 1.6f, ColumnKind.TEXT),
                                        new Column("Modèle", 2f, ColumnKind.TEXT),
                                        new Column("N° de série", 1.6f, ColumnKind.CODE),
                                        new Column("Support", 1.6f, ColumnKind.CODE),
                                        new Column("Technique", 1.6f, ColumnKind.TEXT),
                                        new Column("Niveau", 1f, ColumnKind.TEXT)),
                                table),
                        new Section(
                                "Fractions",
                                List.of("Poids mesurés à la réception ; → total 1 234,5 kg, ✓ bilan équilibré."),
                                List.of(
                                        new Column("Fraction", 3f, ColumnKind.TEXT),
                                        new Column("Code déchet", 1f, ColumnKind.CODE),
                                        new Column("Poids (kg)", 1f, ColumnKind.NUMBER)),
                                List.of(
                                        List.of("Métaux ferreux", "19 12 02", "812,0"),
                                        List.of("Cartes électroniques", "16 02 15*", "422,5"))),
                        new Section("Exceptions", List.of("Aucune."), List.of(), List.of()),
                        new Section(
                                "Fondement et preuves",
                                List.of(
                                        "NIST SP 800-88 Rev. 2, niveau Purge ; rapports nwipe 0.42 conservés dix ans.",
                                        "Empreinte du lot de rapports (SHA-256) : "
                                                + "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
                                List.of(),
                                List.of())),
                new Seal("https://boucle.example/verify/CE-2026-000789", "K7PX-2RDT-9VLC"),
                Locale.FRENCH);
    }
}

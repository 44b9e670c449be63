package eu.boucle.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.boucle.decommissioning.RequestLine;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.shared.NotAllowed;
import eu.boucle.support.Lots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The same on both databases. */
abstract class RegisterExportRules {

    @Autowired
    RegisterExport export;

    @Autowired
    Lots lots;

    @Test
    void aClientGetsItsOwnAssetsByTagAndStaffGetAll() throws IOException {
        UUID client = lots.organisation(OrganisationKind.CLIENT);
        UUID another = lots.organisation(OrganisationKind.CLIENT);
        List<AssetView> own = lots.screens(client, "X" + serial(), 3);
        List<AssetView> others = lots.screens(another, "Y" + serial(), 1);
        List<String> lines = lines(Lots.client(client));
        assertThat(lines.getFirst()).startsWith("tag,request,line,type,");
        assertThat(lines.subList(1, lines.size()))
                .hasSize(3)
                .isSorted()
                .allSatisfy(line ->
                        assertThat(line).contains(",monitor,Dell,P2419H,X").endsWith(",5.000,5.800,"))
                .map(line -> line.substring(0, line.indexOf(',')))
                .containsExactlyElementsOf(
                        own.stream().map(asset -> asset.tag().value()).sorted().toList());
        assertThat(lines(Lots.officer()))
                .anyMatch(line -> line.startsWith(own.getFirst().tag().value() + ","))
                .anyMatch(line -> line.startsWith(others.getFirst().tag().value() + ","));
    }

    @Test
    void whatAPersonWroteIsNeverAFormulaAndStaysInItsCell() throws IOException {
        UUID client = lots.organisation(OrganisationKind.CLIENT);
        RequestLine line = Lots.line("monitor", serial(), List.of());
        lots.register(
                client,
                List.of(new RequestLine(
                        line.type(),
                        "=cmd|' /C calc'!A0",
                        "27\" é, wide",
                        line.serial(),
                        1,
                        "",
                        "",
                        line.largestDimensionCm(),
                        line.weightKg(),
                        List.of(),
                        line.data())));
        assertThat(lines(Lots.client(client)).get(1)).contains(",'=cmd|' /C calc'!A0,\"27\"\" é, wide\",");
    }

    @Test
    void aPartnerHasNoRegister() {
        Actor partner = Lots.partner(lots.organisation(OrganisationKind.PARTNER));
        assertThatThrownBy(() -> export.write(new ByteArrayOutputStream(), partner))
                .isInstanceOf(NotAllowed.class);
    }

    private List<String> lines(Actor by) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.write(out, by);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static String serial() {
        return UUID.randomUUID().toString().substring(0, 12).toUpperCase(java.util.Locale.ROOT);
    }
}

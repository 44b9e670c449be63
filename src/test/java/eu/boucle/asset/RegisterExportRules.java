package eu.boucle.asset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.boucle.decommissioning.RequestLine;
import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationKind;
import eu.boucle.identity.Role;
import eu.boucle.shared.NotAllowed;
import eu.boucle.support.Lots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same on both databases. */
abstract class RegisterExportRules {

    @Autowired
    RegisterExport export;

    @Autowired
    Lots lots;

    @Autowired
    JdbcClient table;

    @Test
    void aClientGetsItsOwnAssetsByRequestAndLineAndStaffGetAll() throws IOException {
        UUID client = lots.organisation(OrganisationKind.CLIENT);
        UUID another = lots.organisation(OrganisationKind.CLIENT);
        List<AssetView> earlier = lots.screens(client, "X" + serial(), 3);
        List<AssetView> later = lots.screens(client, "X" + serial(), 2);
        List<AssetView> others = lots.screens(another, "Y" + serial(), 1);
        List<String> lines = lines(Lots.client(client));
        assertThat(lines.getFirst()).startsWith("tag,request,line,type,");
        assertThat(lines.subList(1, lines.size()))
                .allSatisfy(line ->
                        assertThat(line).contains(",monitor,Dell,P2419H,X").endsWith(",5.000,5.800,"));
        assertThat(tags(lines)).containsExactlyElementsOf(inOrder(earlier, later));
        assertThat(tags(lines(Lots.officer())))
                .contains(
                        earlier.getFirst().tag().value(),
                        others.getFirst().tag().value());
    }

    @Test
    void whereAPieceEndsNoRowIsLeftOutAndNoneComesTwice() throws IOException {
        UUID client = lots.organisation(OrganisationKind.CLIENT);
        List<AssetView> first = lots.screens(client, "X" + serial(), 2);
        List<AssetView> second = lots.screens(client, "X" + serial(), 1);
        List<AssetView> third = lots.screens(client, "X" + serial(), 2);
        assertThat(table.sql("update lot set assets = 10000 where organisation_id = ?")
                        .param(client)
                        .update())
                .as("lots that fill a piece, each")
                .isEqualTo(3);
        assertThat(tags(lines(Lots.client(client)))).containsExactlyElementsOf(inOrder(first, second, third));
    }

    @Test
    void whoIsInNoOrganisationGetsTheHeadOfTheFileAlone() throws IOException {
        lots.screens(lots.organisation(OrganisationKind.CLIENT), "X" + serial(), 1);
        Actor nobody = new Actor(UUID.randomUUID(), "Nobody", Set.of(Role.CLIENT), Set.of());
        assertThat(lines(nobody)).hasSize(1).first().asString().startsWith("tag,request,");
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

    @SafeVarargs
    private static List<String> inOrder(List<AssetView>... lots) {
        return Stream.of(lots)
                .flatMap(lot -> lot.stream().sorted(Comparator.comparingInt(AssetView::line)))
                .map(asset -> asset.tag().value())
                .toList();
    }

    private static List<String> tags(List<String> lines) {
        return lines.stream()
                .skip(1)
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
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

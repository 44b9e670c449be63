package eu.boucle.decommissioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import eu.boucle.asset.AssetRegister;
import eu.boucle.asset.AssetState;
import eu.boucle.asset.AssetView;
import eu.boucle.asset.DataAction;
import eu.boucle.asset.DataInstruction;
import eu.boucle.asset.DataPlace;
import eu.boucle.asset.MediumInterface;
import eu.boucle.asset.MediumKind;
import eu.boucle.asset.SanitizationLevel;
import eu.boucle.decommissioning.RequestLine.LineMedium;
import eu.boucle.document.PaperView;
import eu.boucle.document.Papers;
import eu.boucle.identity.Organisations;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotAllowed;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.Period;
import eu.boucle.shared.Problem;
import eu.boucle.shared.Reason;
import eu.boucle.shared.Slice;
import eu.boucle.shared.StateForbids;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a client and an officer do with a request, on either database. */
abstract class RequestDeskStory {

    @Autowired
    RequestDesk desk;

    @Autowired
    RequestMilestones milestones;

    @Autowired
    Organisations organisations;

    @Autowired
    AssetRegister assets;

    @Autowired
    Papers papers;

    Clients a;
    Clients b;

    @BeforeEach
    void twoClients() {
        a = new Clients(organisations);
        b = new Clients(organisations);
    }

    private RequestView submitted(RequestLine... lines) {
        return desk.write(a.asking(lines), true, a.client);
    }

    private List<String> found(WriteRequest said) {
        return desk.check(said, a.client).stream()
                .map(problem -> problem.path() + " " + problem.code())
                .toList();
    }

    @Test
    void aDraftMayLackEverythingAndIsNumbered() {
        RequestView draft = desk.write(new WriteRequest(null, null, null, null, null, null, null), false, a.client);

        assertThat(draft.reference()).matches("DR-20\\d\\d-\\d{6}");
        assertThat(draft.status()).isEqualTo(RequestStatus.DRAFT);
        assertThat(desk.request(draft.reference(), a.client)).isEqualTo(draft);
    }

    @Test
    void whatWasWrittenIsReadBackWithSerialsNormalised() {
        String serial = Clients.serial();
        RequestView view = submitted(Clients.line(
                " " + serial.toLowerCase(java.util.Locale.ROOT) + "\u00A0\u200B ", Clients.disk(" d" + serial)));

        RequestLine line = desk.request(view.reference(), a.client).lines().getFirst();
        assertThat(line.serial()).isEqualTo(serial);
        assertThat(line.media())
                .containsExactly(new LineMedium(MediumKind.HDD, MediumInterface.SAS, "D" + serial, "", 1200));
        assertThat(view.status()).isEqualTo(RequestStatus.SUBMITTED);
        assertThat(view.submittedAt()).isNotNull();
    }

    @Test
    void anEmptyRequestIsRefusedWithEverythingThatIsMissing() {
        assertThat(found(new WriteRequest(null, null, null, null, null, null, null)))
                .containsExactly(
                        "site SITE_MISSING",
                        "contact/name CONTACT_NAME_MISSING",
                        "contact/email CONTACT_EMAIL_MISSING",
                        "contact/phone CONTACT_PHONE_MISSING",
                        "window WINDOW_MISSING",
                        "data DATA_MISSING",
                        "lines LINES_MISSING");
    }

    @Test
    void aRefusedSubmissionStoresNothing() {
        int before = desk.page(RequestFilter.none(), null, 10, a.client).items().size();

        assertThatThrownBy(() -> desk.write(a.asking(Clients.line("?????")), true, a.client))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        refusal -> assertThat(refusal.problems())
                                .extracting(Problem::code)
                                .containsExactly("SERIAL_MASKED"));
        assertThat(desk.page(RequestFilter.none(), null, 10, a.client).items()).hasSize(before);
    }

    @Test
    void absurdLinesAreSaidLineByLine() {
        String serial = Clients.serial();
        assertThat(found(a.asking(
                        Clients.line(serial),
                        Clients.line(serial + " "),
                        Clients.line("server-rack", null, 0, null),
                        Clients.line("server-rack", null, 1_000_000, null),
                        Clients.line("server-rack", Clients.serial(), 2, null),
                        Clients.line("toaster", Clients.serial(), 1, null),
                        Clients.line("To be filled by O.E.M."),
                        Clients.line("X".repeat(9) + serial.repeat(8)),
                        Clients.line("AB\u0007CD"),
                        Clients.line("laptop", Clients.serial(), 1, new BigDecimal("980")),
                        Clients.line("laptop", Clients.serial(), 1, new BigDecimal("-1")),
                        Clients.line(Clients.serial(), Clients.disk("K" + serial), Clients.disk("k" + serial)))))
                .containsExactlyInAnyOrder(
                        "lines/8/serial SERIAL_BAD_CHARACTER",
                        "lines UNITS_TOO_MANY",
                        "lines/1/serial DUPLICATE_SERIAL",
                        "lines/2/quantity QUANTITY_NOT_POSITIVE",
                        "lines/3/quantity QUANTITY_TOO_LARGE",
                        "lines/4/quantity QUANTITY_WITH_SERIAL",
                        "lines/5/type TYPE_UNKNOWN",
                        "lines/6/serial SERIAL_PLACEHOLDER",
                        "lines/7/serial SERIAL_TOO_LONG",
                        "lines/9/weightKg WEIGHT_IMPLAUSIBLE",
                        "lines/10/weightKg WEIGHT_NOT_POSITIVE",
                        "lines/11/media/1/serial DUPLICATE_SERIAL");
    }

    @Test
    void datesInThePastAndContactsThatCannotBeReachedAreRefused() {
        WriteRequest good = a.asking(Clients.line(Clients.serial()));
        LocalDate today = LocalDate.now(java.time.ZoneId.of("Europe/Paris"));
        assertThat(found(new WriteRequest(
                        null,
                        b.site.id(),
                        new Contact("Ana", "ana@nowhere", "call me"),
                        new Period(today.minusDays(1), today),
                        good.data(),
                        "",
                        good.lines())))
                .containsExactly(
                        "site SITE_UNKNOWN",
                        "contact/email CONTACT_EMAIL_WRONG",
                        "contact/phone CONTACT_PHONE_WRONG",
                        "window/from WINDOW_PAST");
        assertThat(found(new WriteRequest(
                        null,
                        good.site(),
                        good.contact(),
                        new Period(today, today.plusYears(2)),
                        good.data(),
                        "",
                        good.lines())))
                .containsExactly("window/to WINDOW_TOO_FAR");
    }

    @Test
    void anInstructionThatNoTechniqueCanFollowIsSaidAtOnce() {
        LineMedium stick = new LineMedium(MediumKind.FLASH, MediumInterface.USB, null, "", null);
        assertThat(found(a.asking(
                        new DataInstruction(DataAction.ERASE, DataPlace.HERE, SanitizationLevel.PURGE),
                        Clients.line(Clients.serial(), stick),
                        Clients.line(Clients.serial(), Clients.disk(null)))))
                .containsExactly("lines/0/media/0 LEVEL_UNREACHABLE");
        assertThat(found(a.asking(
                        new DataInstruction(DataAction.DESTROY, DataPlace.HERE, SanitizationLevel.DESTROY),
                        Clients.line(Clients.serial(), stick))))
                .isEmpty();
        assertThat(found(a.asking(
                        new DataInstruction(DataAction.NONE, DataPlace.HERE, SanitizationLevel.CLEAR),
                        Clients.line(Clients.serial(), stick))))
                .containsExactly("lines/0/media DATA_NONE_WITH_MEDIA");
    }

    @Test
    void aSerialOnAnotherOpenRequestIsRefusedWithoutSayingWhose() {
        String serial = Clients.serial();
        RequestView first = submitted(Clients.line(serial, Clients.disk("D" + serial)));

        Invalid refusal = catchThrowableOfType(
                Invalid.class,
                () -> desk.write(
                        b.asking(
                                Clients.line(serial.toLowerCase(java.util.Locale.ROOT)),
                                Clients.line(null, Clients.disk("D" + serial))),
                        true,
                        b.client));
        assertThat(refusal.problems())
                .extracting(Problem::path, Problem::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("lines/0/serial", "SERIAL_IN_USE"),
                        org.assertj.core.groups.Tuple.tuple("lines/1/media/0/serial", "SERIAL_IN_USE"));
        assertThat(refusal.getMessage()).doesNotContain(first.reference());

        desk.accept(first.reference(), a.officer);
        milestones.registerAssets(first.id(), a.officer);
        assertThatThrownBy(() -> desk.write(b.asking(Clients.line(serial)), true, b.client))
                .hasMessageContaining("SERIAL_IN_USE");
        desk.cancel(first.reference(), a.client);
        assertThat(desk.write(b.asking(Clients.line(serial)), true, b.client).status())
                .isEqualTo(RequestStatus.SUBMITTED);
    }

    @Test
    void acceptingMakesAssetsOfQuantitiesAndIsIdempotent() {
        RequestView view = submitted(
                Clients.line(Clients.serial(), Clients.disk(Clients.serial()), Clients.disk(null)),
                Clients.line("laptop", null, 3, null));
        assertThat(desk.accept(view.reference(), a.officer).status()).isEqualTo(RequestStatus.ACCEPTED);

        milestones.registerAssets(view.id(), a.officer);
        milestones.registerAssets(view.id(), a.officer);

        List<AssetView> lot = assets.lot(view.id());
        assertThat(lot).hasSize(4);
        assertThat(lot).extracting(AssetView::line).containsExactly(1, 2, 2, 2);
        assertThat(lot.getFirst().media()).hasSize(2);
        assertThat(desk.request(view.id()).status()).isEqualTo(RequestStatus.IN_PREPARATION);
    }

    @Test
    void milestonesComeInOrderAndTwiceIsNoError() {
        RequestView view = submitted(Clients.line(Clients.serial()));
        Instant now = Instant.now();
        assertThatThrownBy(() -> milestones.ready(view.id(), a.officer, now))
                .isInstanceOfSatisfying(
                        StateForbids.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("TOO_EARLY"));
        desk.accept(view.reference(), a.officer);
        milestones.registerAssets(view.id(), a.officer);
        milestones.ready(view.id(), a.officer, now);
        milestones.handedOver(view.id(), a.officer, now);
        milestones.ready(view.id(), a.officer, now);
        milestones.handedOver(view.id(), a.officer, now);
        milestones.treated(view.id(), a.officer, now);
        milestones.close(view.id(), false, a.officer, now);
        milestones.close(view.id(), false, a.officer, now);
        assertThat(desk.request(view.id()).status()).isEqualTo(RequestStatus.CLOSED);
        assertThatThrownBy(() -> desk.cancel(view.reference(), a.client)).hasMessageContaining("NOT_CANCELLABLE");
    }

    @Test
    void aReturnedRequestIsCompletedAndSentAgain() {
        RequestView view = submitted(Clients.line(Clients.serial()));
        RequestView returned = desk.giveBack(view.reference(), new Reason("Which floor?"), a.officer);
        assertThat(returned.reason()).isEqualTo("Which floor?");

        RequestView changed =
                desk.rewrite(view.reference(), a.asking(Clients.line(Clients.serial())), returned.version(), a.client);
        assertThatThrownBy(() -> desk.rewrite(
                        view.reference(), a.asking(Clients.line(Clients.serial())), returned.version(), a.client))
                .hasMessageContaining("CHANGED_MEANWHILE");
        assertThat(desk.submit(view.reference(), a.client).status()).isEqualTo(RequestStatus.SUBMITTED);
        assertThat(changed.version()).isGreaterThan(returned.version());
        assertThatThrownBy(() -> desk.submit(view.reference(), a.client)).hasMessageContaining("ALREADY_SUBMITTED");
        assertThatThrownBy(() -> desk.rewrite(view.reference(), a.asking(), null, a.client))
                .hasMessageContaining("NOT_EDITABLE");
    }

    @Test
    void aRejectedRequestFreesItsSerials() {
        String serial = Clients.serial();
        RequestView view = submitted(Clients.line(serial));
        assertThat(desk.reject(view.reference(), new Reason("Not ours"), a.officer)
                        .status())
                .isEqualTo(RequestStatus.REJECTED);
        assertThatThrownBy(() -> desk.accept(view.reference(), a.officer)).hasMessageContaining("ALREADY_DECIDED");
        assertThat(submitted(Clients.line(serial)).status()).isEqualTo(RequestStatus.SUBMITTED);
    }

    @Test
    void cancellingWithdrawsWhatWasRegistered() {
        RequestView view = submitted(Clients.line(Clients.serial()));
        desk.accept(view.reference(), a.officer);
        milestones.registerAssets(view.id(), a.officer);

        assertThat(desk.cancel(view.reference(), a.client).status()).isEqualTo(RequestStatus.CANCELLED);
        assertThat(assets.lot(view.id())).extracting(AssetView::state).containsOnly(AssetState.WITHDRAWN);
        milestones.registerAssets(view.id(), a.officer);
        assertThat(desk.request(view.id()).status()).isEqualTo(RequestStatus.CANCELLED);
    }

    @Test
    void aStrangerGetsTheAnswerOfNoSuchRequest() {
        RequestView view = submitted(Clients.line(Clients.serial()));
        assertThatThrownBy(() -> desk.request(view.reference(), b.client)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.request("DR-1999-000001", b.client)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.cancel(view.reference(), b.client)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.submit(view.reference(), b.client)).isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.rewrite(view.reference(), b.asking(), null, b.client))
                .isInstanceOf(NotFound.class);
        assertThatThrownBy(() -> desk.accept(view.reference(), a.client)).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> desk.write(a.asking(), false, a.officer)).isInstanceOf(NotAllowed.class);
        assertThat(desk.page(RequestFilter.none(), null, 50, b.client).items()).isEmpty();
    }

    @Test
    void aDraftIsNotTheWarehousesToSee() {
        RequestView draft = desk.write(a.asking(), false, a.client);
        assertThatThrownBy(() -> desk.request(draft.reference(), a.warehouse)).isInstanceOf(NotFound.class);
        assertThat(desk.request(draft.reference(), a.officer).reference()).isEqualTo(draft.reference());
    }

    @Test
    void pagesGoBackInTimeWithoutGapOrRepeat() {
        List<String> written = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            written.addFirst(desk.write(a.asking(), false, a.client).reference());
        }
        List<String> read = new ArrayList<>();
        String after = null;
        do {
            Slice<RequestRow> slice = desk.page(RequestFilter.none(), after, 3, a.client);
            slice.items().forEach(row -> read.add(row.reference()));
            after = slice.next();
        } while (after != null);
        assertThat(read).isEqualTo(written);
        assertThat(desk.counts(a.client)).containsExactly(java.util.Map.entry(RequestStatus.DRAFT, 7));
        assertThatThrownBy(() -> desk.page(RequestFilter.none(), "nonsense", 3, a.client))
                .hasMessageContaining("CURSOR_WRONG");
    }

    @Test
    void wordsFindAReferenceASerialOrAModel() {
        String serial = Clients.serial();
        RequestView view = submitted(Clients.line(serial, Clients.disk("D" + serial)));
        desk.write(a.asking(), false, a.client);
        for (String words : List.of(
                view.reference().substring(0, 14).toLowerCase(java.util.Locale.ROOT),
                serial.substring(0, 9),
                serial.substring(3),
                "d" + serial.substring(0, 8),
                "poweredge r6")) {
            assertThat(desk.page(new RequestFilter(Set.of(), a.organisation, words), null, 10, a.client)
                            .items())
                    .as(words)
                    .extracting(RequestRow::reference)
                    .contains(view.reference());
        }
        assertThat(desk.page(new RequestFilter(Set.of(), null, "%_"), null, 10, a.client)
                        .items())
                .isEmpty();
        assertThat(desk.page(
                                new RequestFilter(Set.of(RequestStatus.SUBMITTED), a.organisation, null),
                                null,
                                10,
                                a.officer)
                        .items())
                .extracting(RequestRow::reference)
                .containsExactly(view.reference());
    }

    @Test
    void theCopyIsIssuedOncePerSubmission() {
        RequestView view = submitted(Clients.line(Clients.serial(), Clients.disk(null)));
        PaperView copy = milestones.issueCopy(view.id(), a.officer);
        assertThat(milestones.issueCopy(view.id(), a.officer)).isEqualTo(copy);
        assertThat(copy.number()).isEqualTo(view.reference());
        assertThat(papers.bytes(copy.id())).startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(papers.snapshot(copy.id())).contains(view.lines().getFirst().serial());

        desk.giveBack(view.reference(), new Reason("Once more"), a.officer);
        desk.submit(view.reference(), a.client);
        assertThat(milestones.issueCopy(view.id(), a.officer).version()).isEqualTo(2);
    }

    @Test
    void fiveThousandLinesAreWrittenAndReadBack() {
        RequestLine[] lines = new RequestLine[5_000];
        String prefix = Clients.serial();
        for (int i = 0; i < lines.length; i++) {
            lines[i] = Clients.line(prefix + "N" + i, Clients.disk(prefix + "M" + i));
        }
        RequestView view = desk.write(a.asking(lines), true, a.client);
        assertThat(desk.request(view.reference(), a.client).units()).isEqualTo(5_000);
        assertThatThrownBy(() -> desk.write(
                        a.asking(java.util.stream.Stream.generate(() -> Clients.line(null))
                                .limit(5_001)
                                .toArray(RequestLine[]::new)),
                        false,
                        a.client))
                .hasMessageContaining("LINES_TOO_MANY");
    }
}

package eu.boucle.web.api;

import eu.boucle.identity.Actor;
import eu.boucle.identity.OrganisationId;
import eu.boucle.identity.Role;
import eu.boucle.pickup.Downstream;
import eu.boucle.pickup.HeldCertificate;
import eu.boucle.pickup.HoldCertificate;
import eu.boucle.pickup.PartnerDesk;
import eu.boucle.pickup.PartnerRecord;
import eu.boucle.pickup.PartnerSite;
import eu.boucle.pickup.PartnerSiteId;
import eu.boucle.pickup.WritePartnerSite;
import eu.boucle.shared.PostalAddress;
import eu.boucle.web.FileAnswer;
import eu.boucle.web.security.Allowed;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The partner's record: sites with permit, receipt, waste codes, certificates and downstream. */
@RestController
@RequestMapping("/api/v1/partner-sites")
class PartnerSitesApi {

    private final PartnerDesk desk;

    PartnerSitesApi(PartnerDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE, Role.ADMIN})
    Page<PartnerSiteJson> sites(Actor actor) {
        return new Page<>(desk.sites(actor).stream().map(PartnerSiteJson::of).toList(), null);
    }

    @GetMapping("/{id}")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE, Role.ADMIN})
    ResponseEntity<PartnerRecordJson> site(@PathVariable String id, Actor actor) {
        return answer(desk.record(site(id), actor));
    }

    @PostMapping
    @Allowed({Role.COMPLIANCE, Role.ADMIN})
    ResponseEntity<PartnerRecordJson> open(@RequestBody WritePartnerSiteJson body, Actor actor) {
        PartnerRecord opened =
                desk.open(body.command(new OrganisationId(Given.required("partner", body.partner()))), actor);
        return ResponseEntity.created(
                        URI.create("/api/v1/partner-sites/" + opened.site().id().value()))
                .eTag(Long.toString(opened.site().version()))
                .body(PartnerRecordJson.of(opened));
    }

    @PutMapping("/{id}")
    @Allowed({Role.COMPLIANCE, Role.ADMIN})
    ResponseEntity<PartnerRecordJson> edit(
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch,
            @RequestBody WritePartnerSiteJson body,
            Actor actor) {
        UUID named = body.partner();
        OrganisationId partner =
                named == null ? desk.record(site(id), actor).site().partner() : new OrganisationId(named);
        return answer(desk.edit(site(id), body.command(partner), Given.version(ifMatch), actor));
    }

    @PostMapping("/{id}/archive")
    @Allowed({Role.COMPLIANCE, Role.ADMIN})
    ResponseEntity<PartnerRecordJson> archive(@PathVariable String id, Actor actor) {
        return answer(desk.archive(site(id), actor));
    }

    /** A certificate held, with its file when there is one. */
    @PostMapping(path = "/{id}/certificates", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Allowed({Role.COMPLIANCE, Role.ADMIN})
    @ResponseStatus(HttpStatus.CREATED)
    HeldCertificateJson hold(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String issuer,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(required = false) @Nullable LocalDate validUntil,
            @RequestParam(required = false) @Nullable MultipartFile file,
            Actor actor)
            throws IOException {
        return HeldCertificateJson.of(
                desk.hold(site(id), new HoldCertificate(name, issuer, number, validUntil, given(file)), actor));
    }

    private static HoldCertificate.@Nullable GivenFile given(@Nullable MultipartFile file) throws IOException {
        if (file == null) {
            return null;
        }
        String name = file.getOriginalFilename();
        String type = file.getContentType();
        return new HoldCertificate.GivenFile(
                name == null ? "" : name,
                type == null ? MediaType.APPLICATION_OCTET_STREAM_VALUE : type,
                file.getBytes());
    }

    @PostMapping("/{id}/certificates/{certificate}/withdraw")
    @Allowed({Role.COMPLIANCE, Role.ADMIN})
    ResponseEntity<PartnerRecordJson> withdraw(@PathVariable String id, @PathVariable String certificate, Actor actor) {
        desk.withdraw(site(id), Given.id(certificate), actor);
        return answer(desk.record(site(id), actor));
    }

    @GetMapping("/{id}/certificates/{certificate}/file")
    @Allowed({Role.WAREHOUSE, Role.COMPLIANCE, Role.ADMIN})
    ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable String certificate, Actor actor) {
        PartnerDesk.CertificateFile file = desk.file(site(id), Given.id(certificate), actor);
        return FileAnswer.toKeep(file.name(), MediaType.APPLICATION_OCTET_STREAM, file.bytes());
    }

    private static PartnerSiteId site(String id) {
        return new PartnerSiteId(Given.id(id));
    }

    private static ResponseEntity<PartnerRecordJson> answer(PartnerRecord kept) {
        return ResponseEntity.ok().eTag(Long.toString(kept.site().version())).body(PartnerRecordJson.of(kept));
    }

    record PartnerSiteJson(
            UUID id,
            UUID partner,
            String name,
            String siret,
            PostalAddress address,
            String permit,
            LocalDate permitUntil,
            String receipt,
            String receiptDepartment,
            @Nullable LocalDate receiptUntil,
            String exemption,
            List<String> wasteCodes,
            boolean archived) {

        static PartnerSiteJson of(PartnerSite site) {
            return new PartnerSiteJson(
                    site.id().value(),
                    site.partner().value(),
                    site.name(),
                    site.siret().value(),
                    site.address(),
                    site.permit(),
                    site.permitUntil(),
                    site.receipt(),
                    site.receiptDepartment(),
                    site.receiptUntil(),
                    site.exemption(),
                    site.wasteCodes(),
                    site.archived());
        }
    }

    record HeldCertificateJson(UUID id, String name, String issuer, String number, LocalDate validUntil, boolean file) {
        static HeldCertificateJson of(HeldCertificate held) {
            return new HeldCertificateJson(
                    held.id(), held.name(), held.issuer(), held.number(), held.validUntil(), held.file() != null);
        }
    }

    record DownstreamJson(
            @Nullable String name,
            @Nullable String siret,
            @Nullable String city,
            @Nullable String country,
            @Nullable String what) {

        static DownstreamJson of(Downstream one) {
            return new DownstreamJson(one.name(), one.siret(), one.city(), one.country(), one.what());
        }

        Downstream value() {
            return new Downstream(
                    Given.text(name),
                    Given.text(siret),
                    Given.text(city),
                    country == null ? "FR" : country,
                    Given.text(what));
        }
    }

    record PartnerRecordJson(
            PartnerSiteJson site, List<HeldCertificateJson> certificates, List<DownstreamJson> downstream) {
        static PartnerRecordJson of(PartnerRecord kept) {
            return new PartnerRecordJson(
                    PartnerSiteJson.of(kept.site()),
                    kept.certificates().stream().map(HeldCertificateJson::of).toList(),
                    kept.downstream().stream().map(DownstreamJson::of).toList());
        }
    }

    record WritePartnerSiteJson(
            @Nullable UUID partner,
            @Nullable String name,
            @Nullable String siret,
            @Nullable AddressJson address,
            @Nullable String permit,
            @Nullable LocalDate permitUntil,
            @Nullable String receipt,
            @Nullable String receiptDepartment,
            @Nullable LocalDate receiptUntil,
            @Nullable String exemption,
            @Nullable List<String> wasteCodes,
            @Nullable List<DownstreamJson> downstream) {

        WritePartnerSite command(OrganisationId owner) {
            return new WritePartnerSite(
                    owner,
                    Given.text(name),
                    Given.text(siret),
                    AddressJson.address(address),
                    Given.text(permit),
                    permitUntil,
                    Given.text(receipt),
                    Given.text(receiptDepartment),
                    receiptUntil,
                    Given.text(exemption),
                    Given.list(wasteCodes),
                    Given.list(downstream).stream().map(DownstreamJson::value).toList());
        }
    }
}

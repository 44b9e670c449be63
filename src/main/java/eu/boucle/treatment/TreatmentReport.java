package eu.boucle.treatment;

import eu.boucle.shared.Reason;
import eu.boucle.shared.RunId;
import eu.boucle.shared.StateForbids;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What the partner reported on a run, once. It never changes but by the officer's acceptance of masses that do not
 * balance; a later report of the same run is a new one with the next number, and only the last is in force.
 */
@Entity
@Table(name = "treatment_report")
class TreatmentReport {

    @Id
    private UUID id;

    @Column
    private UUID runId;

    @Column
    private int number;

    @Column
    private UUID partnerId;

    @Column
    private LocalDate treatedAt;

    @Column
    private String method;

    @Column
    private BigDecimal inKg;

    @Column
    private BigDecimal outKg;

    @Column
    private boolean withinTolerance;

    @Column
    private boolean allFinal;

    @Column
    private Instant reportedAt;

    @Column
    private @Nullable UUID reportedBy;

    @Column
    private @Nullable Instant acceptedAt;

    @Column
    private @Nullable UUID acceptedBy;

    @Column
    private @Nullable String acceptedReason;

    @Column
    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ReportStanding standing;

    @Column
    private @Nullable String correctionReason;

    @Column
    private @Nullable Instant ruledAt;

    @Column
    private @Nullable UUID ruledBy;

    @Column
    private @Nullable String ruledReason;

    @ElementCollection
    @CollectionTable(name = "treatment_fraction", joinColumns = @JoinColumn(name = "report_id"))
    @OrderColumn(name = "line")
    private List<FractionLine> fractions = new ArrayList<>();

    @Version
    private @Nullable Long version;

    protected TreatmentReport() {}

    TreatmentReport(
            RunId run,
            int number,
            UUID partner,
            LocalDate treatedAt,
            String method,
            MassBalance balance,
            List<FractionLine> fractions,
            @Nullable Reason correcting,
            @Nullable UUID by,
            Instant at) {
        this.id = UUID.randomUUID();
        this.runId = run.value();
        this.number = number;
        this.partnerId = partner;
        this.treatedAt = treatedAt;
        this.method = method;
        this.inKg = balance.inKg();
        this.outKg = balance.outKg();
        this.withinTolerance = balance.holds();
        this.fractions.addAll(fractions);
        this.allFinal = fractions.stream().allMatch(FractionLine::finalOperation);
        this.reportedBy = by;
        this.reportedAt = at;
        this.standing = correcting == null ? ReportStanding.IN_FORCE : ReportStanding.PROPOSED;
        this.correctionReason = correcting == null ? null : correcting.text();
    }

    /** The officer lets a correction count, with its masses as they are. @throws StateForbids {@code NO_CORRECTION_WAITING} */
    void putInForce(Reason reason, @Nullable UUID by, Instant at) {
        rule(ReportStanding.IN_FORCE, reason, by, at);
        if (!withinTolerance) {
            accept(reason, by, at);
        }
    }

    /** The officer lets the report before it stand. @throws StateForbids {@code NO_CORRECTION_WAITING} */
    void refuse(Reason reason, @Nullable UUID by, Instant at) {
        rule(ReportStanding.REFUSED, reason, by, at);
    }

    private void rule(ReportStanding ruling, Reason reason, @Nullable UUID by, Instant at) {
        if (standing != ReportStanding.PROPOSED) {
            throw new StateForbids("NO_CORRECTION_WAITING");
        }
        standing = ruling;
        ruledReason = reason.text();
        ruledBy = by;
        ruledAt = at;
    }

    void giveWay() {
        standing = ReportStanding.REPLACED;
    }

    ReportStanding standing() {
        return standing;
    }

    @Nullable
    String correctionReason() {
        return correctionReason;
    }

    @Nullable
    String ruledReason() {
        return ruledReason;
    }

    /** The officer takes masses that do not balance. @throws StateForbids {@code ALREADY_BALANCED} when there is nothing to accept */
    void accept(Reason reason, @Nullable UUID by, Instant at) {
        if (balanced()) {
            throw new StateForbids("ALREADY_BALANCED");
        }
        acceptedReason = reason.text();
        acceptedBy = by;
        acceptedAt = at;
    }

    boolean balanced() {
        return withinTolerance || acceptedAt != null;
    }

    boolean allFinal() {
        return allFinal;
    }

    RunId run() {
        return new RunId(runId);
    }

    UUID partner() {
        return partnerId;
    }

    int number() {
        return number;
    }

    List<FractionLine> fractions() {
        return List.copyOf(fractions);
    }

    LocalDate treatedAt() {
        return treatedAt;
    }

    String method() {
        return method;
    }

    BigDecimal inKg() {
        return inKg;
    }

    BigDecimal outKg() {
        return outKg;
    }

    Instant reportedAt() {
        return reportedAt;
    }

    @Nullable
    UUID reportedBy() {
        return reportedBy;
    }

    @Nullable
    String acceptedReason() {
        return acceptedReason;
    }
}

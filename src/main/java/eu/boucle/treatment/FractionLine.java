package eu.boucle.treatment;

import eu.boucle.shared.WeightBasis;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/** A fraction as kept: with what its operation meant on the day of the report, whatever the table says later. */
@Embeddable
record FractionLine(
        @Column(length = 80) String kind,
        @Column(precision = 12, scale = 3) BigDecimal weightKg,
        @Column(length = 10) String operation,
        @Column(length = 30) @Nullable String mode,
        @Column(length = 12) @Nullable String wasteCode,
        boolean dangerous,
        @Column(length = 200) String destination,

        @Enumerated(EnumType.STRING) @JdbcTypeCode(SqlTypes.VARCHAR) @Column(length = 20)
        WeightBasis basis,

        boolean finalOperation,
        @Column(length = 30) String hierarchyClass,
        @Nullable Integer operationVersion) {

    TreatmentView.Line line() {
        return new TreatmentView.Line(
                kind,
                weightKg,
                operation,
                mode,
                wasteCode,
                dangerous,
                destination,
                basis,
                finalOperation,
                hierarchyClass);
    }
}

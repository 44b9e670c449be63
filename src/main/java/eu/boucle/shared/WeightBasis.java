package eu.boucle.shared;

/** Where a weight comes from. Estimated and weighed are never mixed in one figure without saying so. */
public enum WeightBasis {
    DECLARED,
    ESTIMATED,
    MEASURED,
    /** A share of a measured total, split by estimate. */
    ALLOCATED,
    /** A rate that the facility declares for a family of equipment and a year. */
    FAMILY_RATE,
    YEARLY_BALANCE
}

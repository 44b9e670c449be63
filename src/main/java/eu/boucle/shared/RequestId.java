package eu.boucle.shared;

import java.util.UUID;

/** Identity of a client's decommissioning request, born before its row; also the business key of its process. */
public record RequestId(UUID value) {

    public static RequestId next() {
        return new RequestId(UUID.randomUUID());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}

package eu.boucle.asset;

import eu.boucle.identity.Actor;
import eu.boucle.identity.Role;
import eu.boucle.identity.Scope;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The register of assets as a CSV file, whatever its length. It is read in pieces, each in a transaction of its own and
 * written only after that has ended: a slow reader holds no connection, and no more than one piece is in memory.
 */
@Service
public class RegisterExport {

    private final RegisterPieces pieces;
    private final TransactionTemplate apart;

    RegisterExport(RegisterPieces pieces, PlatformTransactionManager transactions) {
        this.pieces = pieces;
        this.apart = new TransactionTemplate(transactions);
        apart.setReadOnly(true);
    }

    /** A client its own assets, staff all, in the order of requests and their lines. */
    public void write(OutputStream out, Actor by) throws IOException {
        by.require(Role.CLIENT, Role.WAREHOUSE, Role.COMPLIANCE);
        Scope scope = by.scope();
        out.write((RegisterPieces.HEADER + "\n").getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        Optional<String> last = Optional.of("");
        while (last.isPresent()) {
            String after = last.get();
            piece.reset();
            last = apart.execute(ignored -> {
                Optional<String> upTo = pieces.last(after, scope);
                upTo.ifPresent(reference -> pieces.write(after, reference, scope, piece));
                return upTo;
            });
            piece.writeTo(out);
        }
    }
}

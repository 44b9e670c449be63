/** Papers: numbered, hashed, immutable documents drawn from a snapshot; and files received, kept by hash. The only room that knows OpenPDF and PDFBox. */
@ApplicationModule(allowedDependencies = {"shared", "identity", "scancode"})
@NullMarked
package eu.boucle.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

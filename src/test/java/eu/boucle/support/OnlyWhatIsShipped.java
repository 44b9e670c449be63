package eu.boucle.support;

import java.io.IOException;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/** Keeps the parts of tests that lie on the same class path out of an application started by hand. */
public final class OnlyWhatIsShipped extends TypeExcludeFilter {

    @Override
    public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
        return reader.getResource().getURL().getPath().matches(".*/test-classes/.*");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OnlyWhatIsShipped;
    }

    @Override
    public int hashCode() {
        return OnlyWhatIsShipped.class.hashCode();
    }
}

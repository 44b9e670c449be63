package eu.boucle.web.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps the marks that handler mappings leave on a request away from the request itself: asking changes nothing. */
final class UnmarkedRequest extends HttpServletRequestWrapper {

    private final Map<String, Object> marks = new HashMap<>();
    private final Set<String> removed = new HashSet<>();

    UnmarkedRequest(HttpServletRequest request) {
        super(request);
    }

    @Override
    public @Nullable Object getAttribute(String name) {
        Object mark = marks.get(name);
        return mark != null || removed.contains(name) ? mark : super.getAttribute(name);
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        if (value == null) {
            removeAttribute(name);
        } else {
            marks.put(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        marks.remove(name);
        removed.add(name);
    }
}

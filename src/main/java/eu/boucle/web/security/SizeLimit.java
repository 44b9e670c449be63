package eu.boucle.web.security;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MaxUploadSizeExceededException;

/**
 * Says 413 before anything reads the body: otherwise the form token of a too large upload could not be read and the
 * answer would be about that. A body that does not tell its length is counted while it is read; JSON is never so long.
 */
@Component
final class SizeLimit extends OncePerRequestFilter {

    private static final DataSize MOST_JSON = DataSize.ofMegabytes(8);

    private final DataSize most;

    SizeLimit(@Value("${spring.servlet.multipart.max-request-size}") DataSize most) {
        this.most = most;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String type = request.getContentType();
        long limit =
                type != null && type.toLowerCase(Locale.ROOT).contains("json") ? MOST_JSON.toBytes() : most.toBytes();
        if (request.getContentLengthLong() > limit) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        chain.doFilter(request.getContentLengthLong() < 0 ? new Counted(request, limit) : request, response);
    }

    private static final class Counted extends HttpServletRequestWrapper {

        private final long limit;

        private Counted(HttpServletRequest request, long limit) {
            super(request);
            this.limit = limit;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new CountedStream(super.getInputStream(), limit);
        }
    }

    private static final class CountedStream extends ServletInputStream {

        private final ServletInputStream stream;
        private final long limit;
        private long read;

        private CountedStream(ServletInputStream stream, long limit) {
            this.stream = stream;
            this.limit = limit;
        }

        private int counted(int more) {
            read += more;
            if (read > limit) {
                throw new MaxUploadSizeExceededException(limit);
            }
            return more;
        }

        @Override
        public int read() throws IOException {
            int next = stream.read();
            counted(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int more = stream.read(into, from, length);
            counted(Math.max(0, more));
            return more;
        }

        @Override
        public boolean isFinished() {
            return stream.isFinished();
        }

        @Override
        public boolean isReady() {
            return stream.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            stream.setReadListener(listener);
        }
    }
}

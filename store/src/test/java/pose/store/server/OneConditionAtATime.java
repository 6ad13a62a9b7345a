package pose.store.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.web.filter.OncePerRequestFilter;

/** The tests' server looks whether an object is there and then writes it, in two steps; Amazon's does both in one. */
public final class OneConditionAtATime extends OncePerRequestFilter {

    private final ReentrantLock condition = new ReentrantLock();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return request.getHeader("If-None-Match") == null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        condition.lock();
        try {
            chain.doFilter(request, response);
        } finally {
            condition.unlock();
        }
    }
}

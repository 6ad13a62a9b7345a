/**
 * What a running stream tells those who watch it: numbers for Prometheus, whether it lives and whether it is ready, and its
 * problems as log lines. The only package that knows Micrometer.
 */
@NullMarked
package pose.app.metrics;

import org.jspecify.annotations.NullMarked;

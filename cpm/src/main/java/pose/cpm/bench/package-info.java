/** How fast the network runs, by engine, size and batch, next to what the machine could do at best. */
@NullMarked
package pose.cpm.bench;

import org.jspecify.annotations.NullMarked;

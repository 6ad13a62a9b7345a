package pose.stream.weights;

import java.util.Optional;
import pose.channel.Active;
import pose.stream.LoadedVersion;

/**
 * What a stream begins to serve with.
 *
 * @param standard what it did in its warm-up
 * @param settled the record about which nothing is to be done any more: the version that it names is this one, or was refused
 */
record Beginning<L extends LoadedVersion>(L model, Standard standard, Optional<Active> settled) {}

package pose.stream.weights;

import java.util.Optional;
import pose.channel.Active;
import pose.stream.LoadedModel;

/**
 * What a stream begins to serve with.
 *
 * @param settled the record about which nothing is to be done any more: the version that it names is this one, or was refused
 */
record Beginning(LoadedModel model, Optional<Active> settled) {}

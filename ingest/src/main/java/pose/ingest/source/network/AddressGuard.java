package pose.ingest.source.network;

import java.util.Optional;

/** Decides what an input may lead to: the segments and keys that a playlist names, for example. Called on the reading thread. */
@FunctionalInterface
public interface AddressGuard {

    /** Why this address, which may hold secrets, is not to be opened, without quoting them; empty where it may. */
    Optional<String> refusal(String url);
}

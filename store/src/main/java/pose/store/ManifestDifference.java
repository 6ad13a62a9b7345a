package pose.store;

import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import pose.cpm.BadWeightsException;
import pose.cpm.Manifest;

/** Where two versions of one name differ, in words. */
final class ManifestDifference {

    private ManifestDifference() {}

    /** Of manifests that are not the same. */
    static String between(byte[] there, byte[] here) {
        try {
            return between(Manifest.parse(there, "the store's"), Manifest.parse(here, "the new"))
                    .orElse("its manifest differs");
        } catch (BadWeightsException e) {
            return "its manifest differs: " + e.getMessage();
        }
    }

    private static Optional<String> between(Manifest there, Manifest here) {
        TreeSet<String> names = new TreeSet<>(there.files().keySet());
        names.addAll(here.files().keySet());
        for (String name : names) {
            if (!here.files().containsKey(name)) {
                return Optional.of("holds a file " + name + " that the new one lacks");
            }
            if (!there.files().containsKey(name)) {
                return Optional.of("lacks the new one's file " + name);
            }
            if (!Objects.equals(there.files().get(name), here.files().get(name))) {
                return Optional.of("its " + name + " differs");
            }
        }
        return there.created().equals(here.created())
                ? Optional.empty()
                : Optional.of("was made " + there.created() + ", the new one " + here.created());
    }
}

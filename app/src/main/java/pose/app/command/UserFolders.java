package pose.app.command;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where a user's files go unless somebody says otherwise (XDG Base Directory Specification). */
final class UserFolders {

    private UserFolders() {}

    /** A folder for what can be had again. */
    static Path cache(String name) {
        return cache(System.getenv("XDG_CACHE_HOME"), System.getProperty("user.home"), name);
    }

    static Path cache(@Nullable String xdg, String home, String name) {
        // The specification: a relative path is invalid and to be ignored.
        Path base = xdg == null || xdg.isEmpty() || !Path.of(xdg).isAbsolute() ? Path.of(home, ".cache") : Path.of(xdg);
        return base.resolve("pose").resolve(name);
    }
}

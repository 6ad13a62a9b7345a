package pose.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class UserFoldersTest {

    @Test
    void shouldFollowTheEnvironment() {
        assertThat(UserFolders.cache("/var/cache/me", "/home/me", "weights"))
                .isEqualTo(Path.of("/var/cache/me/pose/weights"));
    }

    @Test
    void shouldBeBelowTheUsersHomeWhereTheEnvironmentNamesNoFolder() {
        Path expected = Path.of("/home/me/.cache/pose/weights");

        assertThat(UserFolders.cache(null, "/home/me", "weights")).isEqualTo(expected);
        assertThat(UserFolders.cache("", "/home/me", "weights")).isEqualTo(expected);
        assertThat(UserFolders.cache("relative", "/home/me", "weights")).isEqualTo(expected);
    }
}

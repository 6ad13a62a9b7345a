package pose.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcludeListTest {

    @TempDir
    private Path folder;

    private ExcludeList read(String text) throws Exception {
        return ExcludeList.read(Files.writeString(folder.resolve("bad.txt"), text));
    }

    @Test
    void shouldTellPeopleFromLabels() throws Exception {
        ExcludeList list = read("# by hand\n\nim1\n im2 , l_wrist # swapped\nim2,r_wrist\nim3,neck\nim3\n");

        assertThat(list.excludes("im1")).isTrue();
        assertThat(list.excludes("im1", "neck")).isTrue();
        assertThat(list.excludes("im2")).isFalse();
        assertThat(list.excludes("im2", "l_wrist")).isTrue();
        assertThat(list.excludes("im2", "r_wrist")).isTrue();
        assertThat(list.excludes("im2", "neck")).isFalse();
        assertThat(list.excludes("im3")).isTrue();
        assertThat(list.excludes("im4", "neck")).isFalse();
        assertThat(list.ids()).containsExactlyInAnyOrder("im1", "im2", "im3");
    }

    @Test
    void shouldNameTheLineWhosePartIsNone() {
        assertThatThrownBy(() -> read("im1\nim2,tail\n"))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("bad.txt, line 2: 'tail' is no part");
        assertThatThrownBy(() -> ExcludeList.read(folder.resolve("gone.txt")))
                .isInstanceOf(DataSetException.class)
                .hasMessageContaining("gone.txt");
    }

    @Test
    void shouldRefuseAFileThatIsNoText() throws Exception {
        Path file = Files.write(folder.resolve("bad.bin"), new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF});

        assertThatThrownBy(() -> ExcludeList.read(file)).isInstanceOf(DataSetException.class);
    }
}

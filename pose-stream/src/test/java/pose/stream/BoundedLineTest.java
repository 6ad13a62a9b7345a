package pose.stream;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BoundedLineTest {

    @Test
    void shouldMakeOneLineOfSeveral() {
        assertThat(BoundedLine.of("broken JPEG:\nreally\r\nbroken", 100)).isEqualTo("broken JPEG: really broken");
    }

    @Test
    void shouldSayThatItLeftSomethingOut() {
        assertThat(BoundedLine.of("12345", 5)).isEqualTo("12345");
        assertThat(BoundedLine.of("123456", 5)).isEqualTo("12345…");
    }
}

package pose.trainer.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;

class CvatFileTest {

    @TempDir
    private Path folder;

    private CvatFile read(String text) throws IOException, BadAnnotationsException {
        return CvatFile.read(Files.writeString(folder.resolve("a.xml"), text), Optional.empty());
    }

    private void refuses(String text, String message) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOf(BadAnnotationsException.class)
                .hasMessageStartingWith(folder.resolve("a.xml").toString())
                .hasMessageContaining(message)
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n"));
    }

    private static String image(String inside) {
        return "<?xml version='1.0' encoding='utf-8'?><annotations><version>1.1</version>"
                + "<meta><task><name>x</name></task></meta>"
                + "<image id='0' name='a.jpg' width='640' height='480'>" + inside + "</image></annotations>";
    }

    @Test
    void shouldReadWhatCvatWritesOfASkeleton() throws Exception {
        CvatFile file = read(image("""
                <skeleton label="athlete" source="manual" z_order="0">
                  <points label="r_knee" source="manual" outside="0" occluded="1" points="12.50,13.00">
                  </points>
                  <points label="neck" source="manual" outside="1" occluded="0" points="1.00,2.00">
                    <attribute name="id">not the person's</attribute>
                  </points>
                  <attribute name="team">red</attribute>
                </skeleton>
                <box label="ball" source="manual" occluded="0" xtl="1" ytl="1" xbr="2" ybr="2" z_order="0"></box>
                <tag label="blurred" source="manual"></tag>"""));

        assertThat(file.passedOver()).isEqualTo(2);
        assertThat(file.annotations().skeleton()).isEqualTo(Skeleton.LSP14);
        AnnotatedPerson person = file.annotations().pictures().get(0).people().get(0);
        assertThat(person.id()).isEqualTo("a-0");
        assertThat(person.marks().get(1)).isEqualTo(new Mark(Sight.HIDDEN, new Point(12.5, 13)));
        assertThat(person.marks().get(12)).isEqualTo(new Mark(Sight.UNLABELLED, new Point(1, 2)));
        assertThat(person.labels()).hasSize(1);
    }

    @Test
    void shouldTellPeopleApartByGroupWherePointsAreLoose() throws Exception {
        CvatFile file = read(image("""
                <points label="neck" occluded="0" points="1,2" z_order="0" group_id="7"/>
                <points label="neck" occluded="0" points="3,4" z_order="0" group_id="8"/>
                <points label="head_top" occluded="1" points="5,6" z_order="0" group_id="7"/>
                <points label="person" occluded="0" points="%s" z_order="0"/>""".formatted("9,9;".repeat(13) + "8,8")));

        List<AnnotatedPerson> people = file.annotations().pictures().get(0).people();
        assertThat(people).extracting(AnnotatedPerson::id).containsExactly("a-0", "a-1", "a-2");
        assertThat(people.get(0).labels()).hasSize(14).endsWith(new Point(8, 8));
        assertThat(people.get(1).labels()).containsExactly(new Point(1, 2), new Point(5, 6));
        assertThat(people.get(2).labels()).containsExactly(new Point(3, 4));
    }

    @Test
    @Timeout(10)
    void shouldRefuseDocumentTypesWhateverTheyDefine() throws Exception {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "s3cret");
        StringBuilder laughs = new StringBuilder("<!DOCTYPE annotations [<!ENTITY a0 'ha'>");
        for (int i = 1; i < 30; i++) {
            laughs.append("<!ENTITY a")
                    .append(i)
                    .append(" '")
                    .append(("&a" + (i - 1) + ";").repeat(10))
                    .append("'>");
        }
        String body = image("<points label='&a29;' points='1,2'/>").replaceFirst("<\\?.*?\\?>", "");
        refuses(laughs + "]>" + body, "");
        refuses(
                "<!DOCTYPE annotations [<!ENTITY x SYSTEM '" + secret.toUri() + "'>]>"
                        + "<annotations><image id='0' name='&x;' width='1' height='1'/></annotations>",
                "");
        refuses(
                "<!DOCTYPE annotations SYSTEM 'http://127.0.0.1:1/evil.dtd'><annotations/>",
                "a document type (<!DOCTYPE …>) is not allowed");
        assertThatThrownBy(() -> read("<!DOCTYPE annotations [<!ENTITY x SYSTEM '" + secret.toUri()
                        + "'>]><annotations><image id='0' name='&x;' width='1' height='1'/></annotations>"))
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void shouldNameTheLineOfWhatIsWrong() {
        refuses("", "damaged XML");
        refuses("<annotations><image", "line 1: damaged XML");
        refuses("{}", "damaged XML");
        refuses("<svg/>", "begins with <svg>; expected CVAT for images 1.1");
        refuses("<annotations/>", "has no image");
        refuses("<annotations>\n<track id='0'/></annotations>", "line 2: a track: this is CVAT for video");
        refuses("<annotations><image id='0' width='1' height='1'/></annotations>", "<image> has no name");
        refuses("<annotations><image name='a' width='0' height='1'/></annotations>", "width is 0; allowed: 1 to 65535");
        refuses("<annotations><image name='a' width='x' height='1'/></annotations>", "width is 'x'");
        refuses(image("<points label='neck' points='1'/>"), "points has '1'; expected x,y");
        refuses(image("<points label='neck' points='NaN,1'/>"), "points has 'NaN,1'");
        refuses(image("<points label='neck' points='1,1e999'/>"), "points has '1,1e999'");
        refuses(image("<points label='neck' occluded='yes' points='1,2'/>"), "occluded is 'yes'; expected 0 or 1");
        refuses(image("<points label='tail' points='1,2'/>"), "no skeleton has the parts tail");
        refuses(
                image("<points label='neck' points='1,2'/><points label='neck' points='1,2'/>"),
                "image 'a.jpg': 'neck' is there twice");
        refuses(image("<points label='person' points='1,2;3,4'/>"), "has 2 places; skeleton lsp14 has 14 parts");
        refuses(
                image("").replace("</annotations>", "<image id='1' name='a.jpg' width='9' height='9'/></annotations>"),
                "picture 'a.jpg' is there twice");
        assertThatThrownBy(() -> CvatFile.read(folder.resolve("none.xml"), Optional.empty()))
                .isInstanceOf(BadAnnotationsException.class)
                .hasMessageContaining("none.xml: no such file");
    }

    @Test
    void shouldRefuseAFileCutAnywhere() throws Exception {
        CvatLabels.write(folder.resolve("whole.xml"), ManyLabels.of(Skeleton.LSP14, 1));
        byte[] whole = Files.readAllBytes(folder.resolve("whole.xml"));
        for (int length = 0; length < whole.length - 2; length += 97) {
            Path cut = folder.resolve("cut.xml");
            Files.write(cut, java.util.Arrays.copyOf(whole, length));

            assertThatThrownBy(() -> CvatFile.read(cut, Optional.empty()))
                    .as("cut to %d of %d bytes", length, whole.length)
                    .isInstanceOf(BadAnnotationsException.class);
        }
    }
}

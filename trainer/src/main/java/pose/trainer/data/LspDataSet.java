package pose.trainer.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import us.hebi.matlab.mat.types.Matrix;

/**
 * Leeds Sports Pose (Johnson and Everingham, BMVC 2010), read from its official folder: {@code joints.mat}, 3×14×2000, and
 * {@code images/im0001.jpg} onwards. The third value is 1 = <em>occluded</em>, unlike LSPET's: the coordinates are good
 * either way, and taken. Labels are one-based as MATLAB counts pixels. A person's id is the picture's name, {@code im0001}.
 */
final class LspDataSet {

    private static final LeedsFolder FORM =
            new LeedsFolder("lsp", 1000, "im%04d", 3, Skeleton.LSP14.size(), LspDataSet::parts);

    private LspDataSet() {}

    /**
     * Opens a folder.
     *
     * @param range which images; without one, training takes 1 to 1000 and judging those after, the official split, or
     *     all of a folder that has no more
     * @throws DataSetException where the folder is none of LSP's form
     */
    static DataSet open(Path folder, Optional<Range> range, Purpose purpose, Selection selection)
            throws DataSetException {
        return FORM.open(folder, range, purpose, selection);
    }

    private static List<Optional<Point>> parts(Matrix joints, int person) {
        List<Optional<Point>> parts = new ArrayList<>();
        for (int p = 0; p < Skeleton.LSP14.size(); p++) {
            double x = joints.getDouble(new int[] {0, p, person}) - 1;
            double y = joints.getDouble(new int[] {1, p, person}) - 1;
            parts.add(Optional.of(new Point(x, y)));
        }
        return parts;
    }
}

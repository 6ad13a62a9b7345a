package pose.trainer.data;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pose.skeleton.Point;
import pose.skeleton.Skeleton;
import us.hebi.matlab.mat.types.Matrix;

/**
 * Leeds Sports Pose Extended (Johnson and Everingham, CVPR 2011), read from its official folder: {@code joints.mat},
 * 14×3×N, and {@code images/im00001.jpg} onwards. The third value is 1 = labelled, 0 = coordinates unusable. Labels are
 * one-based as MATLAB counts pixels. A person's id is the picture's name, {@code im00001}.
 */
final class LspetDataSet {

    private static final LeedsFolder FORM =
            new LeedsFolder("lspet", 8000, "im%05d", Skeleton.LSP14.size(), 3, LspetDataSet::parts);

    private LspetDataSet() {}

    /**
     * Opens a folder.
     *
     * @param range which images; without one, training takes 1 to 8000 and judging those after, or all of a folder that
     *     has no more
     * @throws DataSetException where the folder is none of LSPET's form
     */
    static DataSet open(Path folder, Optional<Range> range, Purpose purpose, Selection selection)
            throws DataSetException {
        return FORM.open(folder, range, purpose, selection);
    }

    private static List<Optional<Point>> parts(Matrix joints, int person) {
        List<Optional<Point>> parts = new ArrayList<>();
        for (int p = 0; p < Skeleton.LSP14.size(); p++) {
            double x = joints.getDouble(new int[] {p, 0, person}) - 1;
            double y = joints.getDouble(new int[] {p, 1, person}) - 1;
            boolean isLabelled = joints.getDouble(new int[] {p, 2, person}) == 1;
            parts.add(isLabelled ? Optional.of(new Point(x, y)) : Optional.empty());
        }
        return parts;
    }
}

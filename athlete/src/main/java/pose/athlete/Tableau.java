package pose.athlete;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.util.ArrayList;
import java.util.List;
import pose.skeleton.Point;

/** Everyone at one instant, one in front of the other. */
final class Tableau {

    private final int width;
    private final int height;
    /** From the nearest to the farthest. */
    private final List<Appearance> people;

    private final List<List<Solid>> solids;

    /** @param people from the nearest to the farthest */
    Tableau(int width, int height, List<Appearance> people) {
        this.width = width;
        this.height = height;
        this.people = people;
        solids = people.stream().map(Appearance::solids).toList();
    }

    /** The picture: people over a backdrop, farthest first, then exposed. */
    BufferedImage paint(Backdrop backdrop, double backdropSeconds, Light light, double seconds, long grain) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        backdrop.fill(bgr, width, height, backdropSeconds);
        for (int i = people.size() - 1; i >= 0; i--) {
            Appearance one = people.get(i);
            Shadow.paint(one.joints(), one.camera(), bgr, width, height);
            Layer.paint(solids.get(i), one.camera().scale(), light, bgr, width, height);
        }
        light.expose(bgr, seconds, grain);
        return image;
    }

    /** The truth about everyone, from the nearest to the farthest. */
    List<Performer> performers() {
        List<Performer> all = new ArrayList<>();
        for (int i = 0; i < people.size(); i++) {
            List<Point> parts = people.get(i).keypoints();
            List<List<Solid>> nearer = solids.subList(0, i);
            List<Boolean> inSight = parts.stream()
                    .map(p -> p.isWithin(width, height) && open(p, nearer))
                    .toList();
            all.add(new Performer(people.get(i).id(), parts, inSight));
        }
        return all;
    }

    private static boolean open(Point p, List<List<Solid>> nearer) {
        return nearer.stream().noneMatch(figure -> figure.stream().anyMatch(solid -> solid.covers(p.x(), p.y())));
    }
}

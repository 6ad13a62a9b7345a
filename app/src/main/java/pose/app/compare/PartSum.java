package pose.app.compare;

/** What has changed of one part over many people. One thread. */
final class PartSum {

    private final Spread pixels = new Spread();
    private double shares;
    private long moved;
    private double scoresBefore;
    private double scoresAfter;

    void add(PartChange part) {
        pixels.add(part.pixels());
        shares += part.share();
        moved += part.share() > PoseChanges.MOVED ? 1 : 0;
        scoresBefore += part.scoreBefore();
        scoresAfter += part.scoreAfter();
    }

    PartFigures figures(String part) {
        long count = pixels.count();
        return new PartFigures(
                part,
                pixels.mean(),
                pixels.quantile(0.5),
                pixels.quantile(0.95),
                pixels.largest(),
                shares / count,
                (double) moved / count,
                scoresBefore / count,
                scoresAfter / count);
    }
}

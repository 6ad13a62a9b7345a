package pose.trainer;

import java.nio.file.Path;

final class TrainingMain {
    public static void main(String[] args) throws Exception {
        Experiment experiment = Experiment.read(Path.of(args[0]));
        ExperimentData data = ExperimentData.open(experiment.data());
        System.out.println(experiment.toYaml());
        System.out.println("training " + data.training().name() + " "
                + data.training().size() + " validation " + data.validation().size() + " GMAC "
                + experiment.architecture().multiplyAdds() / 1e9);
        new Training(experiment, data, new TrainingListener() {
                    @Override
                    public void stepped(Progress p) {
                        if (p.step() % 50 == 0) {
                            System.out.printf(
                                    "epoch %d step %d/%d loss %s %.1f/s waiting %.2f%n",
                                    p.epoch(),
                                    p.step(),
                                    p.steps(),
                                    java.util.Arrays.toString(p.losses()),
                                    p.picturesPerSecond(),
                                    p.waiting());
                        }
                    }

                    @Override
                    public void judged(int epoch, Pck pck, boolean best) {
                        System.out.println("epoch " + epoch + " " + pck.toMap() + (best ? " best" : ""));
                    }
                })
                .run(args.length > 1, (network, pck, engine) -> {
                    System.out.println("done " + engine + " " + pck.toMap());
                    return network.weightCount();
                });
    }
}

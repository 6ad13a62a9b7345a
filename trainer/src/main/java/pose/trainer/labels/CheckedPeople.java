package pose.trainer.labels;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import pose.skeleton.Skeleton;
import pose.trainer.data.DataSet;
import pose.trainer.data.DataSetException;
import pose.trainer.data.Sample;

/** Everybody of a data set. */
public record CheckedPeople(Skeleton skeleton, List<CheckedPerson> people) {

    public CheckedPeople {
        people = List.copyOf(people);
    }

    /**
     * Reads everybody once.
     *
     * @param progress hears how many have been read
     * @throws DataSetException where a picture cannot be read, or an exclude list could not name somebody: two people have
     *     one id, or an id has a #, which begins a comment there
     */
    public static CheckedPeople read(DataSet data, IntConsumer progress) throws DataSetException {
        List<CheckedPerson> people = new ArrayList<>(data.size());
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < data.size(); i++) {
            Sample sample = data.sample(i);
            if (sample.id().contains("#")) {
                throw new DataSetException(data.name() + ": somebody is called '" + sample.id()
                        + "'; an exclude list cannot name ids with a #, which begins a comment in it");
            }
            if (!ids.add(sample.id())) {
                throw new DataSetException(data.name() + ": two people are called '" + sample.id()
                        + "' (the second at index " + i + "); an exclude list needs them to have ids of their own");
            }
            people.add(new CheckedPerson(i, sample.id(), sample.subjectBox(), sample.parts()));
            progress.accept(i + 1);
        }
        return new CheckedPeople(data.skeleton(), people);
    }

    /** How many parts are labelled, of everybody together. */
    public int labels() {
        return people.stream().mapToInt(CheckedPerson::labels).sum();
    }
}

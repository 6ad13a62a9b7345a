package pose.trainer;

import java.util.ArrayList;
import java.util.List;

/** A scheme's lessons over an experiment's epochs. */
record Course(List<Lesson> lessons) {

    Course {
        lessons = List.copyOf(lessons);
    }

    /**
     * Divides the epochs.
     *
     * @param wanted epochs of each lesson; empty: as equal as can be, earlier lessons the longer
     * @throws IllegalArgumentException where they do not fit the scheme or the epochs
     */
    static Course of(Scheme scheme, int stages, List<Integer> wanted, int epochs) {
        int count = scheme.lessons(stages);
        if (wanted.isEmpty() && epochs < count) {
            throw new IllegalArgumentException("phases have " + epochs + " epochs; scheme " + scheme + " with " + stages
                    + " stages needs at least " + count + ", one a lesson");
        }
        boolean fits = wanted.size() == count
                && wanted.stream().allMatch(e -> e >= 1)
                && wanted.stream().mapToInt(e -> e).sum() == epochs;
        if (!wanted.isEmpty() && !fits) {
            throw new IllegalArgumentException("lessonEpochs is " + wanted + "; allowed: " + count
                    + " numbers of at least 1 (scheme " + scheme + " with " + stages + " stages), " + epochs
                    + " in all as in phases, or [] for equal shares");
        }
        List<Lesson> lessons = new ArrayList<>();
        int first = 0;
        for (int i = 0; i < count; i++) {
            int length = wanted.isEmpty() ? epochs / count + (i < epochs % count ? 1 : 0) : wanted.get(i);
            lessons.add(scheme.lesson(i, stages, first, length));
            first += length;
        }
        return new Course(lessons);
    }

    /** The lesson of an epoch, counted from 0. */
    Lesson at(int epoch) {
        return lessons.stream()
                .filter(lesson -> epoch < lesson.end())
                .findFirst()
                .orElseGet(this::last);
    }

    Lesson last() {
        return lessons.get(lessons.size() - 1);
    }
}

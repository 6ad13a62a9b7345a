package pose.trainer.judging.oks;

import java.util.List;

/**
 * Who is in a picture and who was found there.
 *
 * @param people everybody labelled; nobody, where the picture is known to be empty
 * @param found in the order in which they were predicted, which decides among equal scores
 */
public record JudgedPicture(List<TrueOne> people, List<FoundOne> found) {

    public JudgedPicture {
        people = List.copyOf(people);
        found = List.copyOf(found);
    }
}

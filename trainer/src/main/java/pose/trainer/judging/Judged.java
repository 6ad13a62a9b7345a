package pose.trainer.judging;

import java.util.List;

/**
 * Everybody who is judged together.
 *
 * @param parts the names of the parts, in the order of every person's
 */
public record Judged(List<String> parts, List<JudgedPerson> people) {

    public Judged {
        parts = List.copyOf(parts);
        people = List.copyOf(people);
        for (JudgedPerson person : people) {
            if (person.parts().size() != parts.size()) {
                throw new IllegalArgumentException("a person has "
                        + person.parts().size() + " parts; everybody has " + parts.size() + ": " + parts);
            }
        }
    }
}

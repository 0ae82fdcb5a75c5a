package ai.novacore.application.shared.port.out;

import ai.novacore.domain.shared.UserId;
import java.util.Optional;

/**
 * Seals texts so that they can be deleted where nothing is ever deleted, as in the event log: each person has a key of
 * their own, and what is sealed under it is gone as soon as the key is. Works in the transaction of the caller and needs
 * no second connection beside it; what a transaction that is undone had sealed may be unreadable.
 */
public interface PersonalKeys {

    /**
     * Seals a text under the key of a person, who is given one with the first. What is sealed for somebody whose key was
     * destroyed is lost at once; nobody is ever given a second key.
     *
     * @return letters, digits and marks that need no quoting in JSON; another each time
     */
    String seal(UserId person, String text);

    /**
     * Opens what was sealed for a person.
     *
     * @return absent when the key of that person is gone
     * @throws IllegalArgumentException when this was not sealed under the key of this person, or was changed since
     */
    Optional<String> open(UserId person, String sealed);

    /**
     * Destroys the key of a person for good, if there is one. Here that counts from the end of the transaction on; other
     * nodes may read and seal for up to a minute more. Does nothing the second time.
     */
    void destroy(UserId person);
}

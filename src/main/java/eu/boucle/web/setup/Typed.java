package eu.boucle.web.setup;

import eu.boucle.identity.Language;
import eu.boucle.identity.ToldContact;
import eu.boucle.identity.Topic;
import eu.boucle.identity.WriteOrganisation;
import eu.boucle.shared.Invalid;
import eu.boucle.shared.NotFound;
import eu.boucle.shared.PostalAddress;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A form of set-up as it was typed, by the name of the field, which is also the path of a problem with it. */
record Typed(Map<String, String> given) {

    String text(String name) {
        return given.getOrDefault(name, "").strip();
    }

    boolean ticked(String name) {
        return given.containsKey(name);
    }

    /** Back to the first start for who came from there, else to the page given. */
    String next(String page) {
        return "redirect:" + ("setup".equals(text("from")) ? "/setup" : page);
    }

    /** What was ticked among the boxes whose names start so, without that start. */
    List<String> under(String start) {
        return given.keySet().stream()
                .filter(name -> name.startsWith(start))
                .map(name -> name.substring(start.length()))
                .toList();
    }

    PostalAddress address() {
        String country = text("address/country");
        return new PostalAddress(
                text("address/street"),
                text("address/postalCode"),
                text("address/city"),
                country.isEmpty() ? "FR" : country.toUpperCase(Locale.ROOT));
    }

    Language language() {
        return word(Language.class, "language", Language.FR);
    }

    /** The word of a choice; the usual one when nothing was chosen. @throws Invalid {@code UNKNOWN_WORD} */
    <E extends Enum<E>> E word(Class<E> words, String name, E usual) {
        String text = text(name);
        return text.isEmpty() ? usual : parsed(words, name, text);
    }

    <E extends Enum<E>> @Nullable E wordOrNone(Class<E> words, String name) {
        String text = text(name);
        return text.isEmpty() ? null : parsed(words, name, text);
    }

    private static <E extends Enum<E>> E parsed(Class<E> words, String name, String text) {
        return Arrays.stream(words.getEnumConstants())
                .filter(word -> word.name().equals(text))
                .findFirst()
                .orElseThrow(
                        () -> Invalid.field(name, "UNKNOWN_WORD", text, Arrays.toString(words.getEnumConstants())));
    }

    @Nullable
    LocalDate dateOrNone(String name) {
        String text = text(name);
        if (text.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw Invalid.field(name, "FORM_DATE_WRONG", text);
        }
    }

    @Nullable
    Long version() {
        String text = text("version");
        return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
    }

    /** The rows of contacts, blank ones in their place. */
    List<ToldContact> contacts() {
        List<ToldContact> contacts = new ArrayList<>();
        for (int i = 0; i < WriteOrganisation.MOST_CONTACTS && given.containsKey("contacts/" + i + "/name"); i++) {
            String row = "contacts/" + i + "/";
            Set<Topic> topics = EnumSet.noneOf(Topic.class);
            for (Topic topic : Topic.values()) {
                if (ticked(row + topic)) {
                    topics.add(topic);
                }
            }
            contacts.add(new ToldContact(text(row + "name"), text(row + "email"), text(row + "phone"), topics));
        }
        return contacts;
    }

    /** An id in an address. @throws NotFound when it is none */
    static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}

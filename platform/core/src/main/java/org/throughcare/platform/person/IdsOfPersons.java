package org.throughcare.platform.person;

import java.util.List;

/** Which ids are one person's (H8): as the owner of the records has it, or as it announced it. */
@FunctionalInterface
public interface IdsOfPersons {

    /** All ids of the person, whichever is asked about; the survivor's first. */
    List<String> allOf(String id);
}

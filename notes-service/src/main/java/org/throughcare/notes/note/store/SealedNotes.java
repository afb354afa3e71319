package org.throughcare.notes.note.store;

import java.nio.charset.StandardCharsets;
import org.throughcare.notes.note.Amendment;
import org.throughcare.notes.note.Content;
import org.throughcare.notes.note.NoteSeal;
import org.throughcare.notes.note.Writing;
import org.throughcare.platform.cipher.FieldCipher;
import org.throughcare.platform.json.Json;

/** Text of notes as JSON under the grantee's data key; the place is authenticated, so text moved to another note does not open. */
final class SealedNotes implements NoteSeal {

    private static final String NO_CONTACT = ", contact=null]";

    private final FieldCipher cipher;

    SealedNotes(FieldCipher cipher) {
        this.cipher = cipher;
    }

    @Override
    public String seal(String note, Content content) {
        return cipher.seal(textOf(note), Json.mapper().writeValueAsString(content));
    }

    @Override
    public Content open(String note, String sealed) {
        return Json.mapper().readValue(cipher.open(textOf(note), sealed), Content.class);
    }

    @Override
    public String sealAmendment(String note, String amendment, Amendment.Words words) {
        return cipher.seal(amendmentOf(note, amendment), Json.mapper().writeValueAsString(words));
    }

    @Override
    public Amendment.Words openAmendment(String note, String amendment, String sealed) {
        return Json.mapper().readValue(cipher.open(amendmentOf(note, amendment), sealed), Amendment.Words.class);
    }

    @Override
    public String fingerprint(Writing writing) {
        String form = writing.toString();
        // as it was before a note could name a contact: what a device sends again after an update is still a repeat
        String same = form.endsWith(NO_CONTACT) ? form.substring(0, form.length() - NO_CONTACT.length()) + "]" : form;
        return cipher.fingerprint(same.getBytes(StandardCharsets.UTF_8));
    }

    private static String textOf(String note) {
        return "case-note/" + note + "/text";
    }

    private static String amendmentOf(String note, String amendment) {
        return "case-note/" + note + "/amendment/" + amendment;
    }
}

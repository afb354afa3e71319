package org.throughcare.referral.referral;

import java.util.List;
import java.util.UUID;
import org.throughcare.platform.cipher.FieldCipher;

/** Background texts are kept sealed: what they say of health or substance use is nobody's who has the database. */
public final class Backgrounds {

    private final FieldCipher cipher;

    public Backgrounds(FieldCipher cipher) {
        this.cipher = cipher;
    }

    public List<Asked.Background> sealed(UUID referral, List<Asked.Background> plain) {
        return plain.stream()
                .map(each -> new Asked.Background(each.kind(), cipher.seal(where(referral, each), each.text())))
                .toList();
    }

    public List<Asked.Background> opened(UUID referral, List<Asked.Background> sealed) {
        return sealed.stream()
                .map(each -> new Asked.Background(each.kind(), cipher.open(where(referral, each), each.text())))
                .toList();
    }

    private static String where(UUID referral, Asked.Background each) {
        return "referral/" + referral + "/background/" + each.kind();
    }
}

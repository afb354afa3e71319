package org.throughcare.platform.cipher;

import java.security.MessageDigest;
import org.bson.Document;
import org.throughcare.platform.Settings;

/** Data keys as the control database keeps them, looked at by who moves them from one store to another. */
public final class KeptKeys {

    private KeptKeys() {}

    /**
     * Whether both are the same data key, however each is wrapped.
     *
     * @throws IllegalStateException with a sentence when one of them opens under none of the keys that are set
     */
    public static boolean same(Settings.Cipher settings, String grantee, Document one, Document other) {
        return MessageDigest.isEqual(
                GranteeKeys.open(settings, grantee, one), GranteeKeys.open(settings, grantee, other));
    }
}

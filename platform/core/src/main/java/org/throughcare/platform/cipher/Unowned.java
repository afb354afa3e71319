package org.throughcare.platform.cipher;

import java.util.function.Supplier;
import org.throughcare.platform.aggregate.Actor;
import org.throughcare.platform.tenancy.Scope;

/**
 * For what is kept without anybody knowing whose it is, a message that cannot be read for example: it is sealed all the same, under
 * a data key of the service's own. In the scope of a grantee that grantee's key is used.
 */
public final class Unowned {

    /** Not a grantee's id, which has neither capitals nor underscores. */
    private static final Scope NOBODYS = new Scope("_", Actor.system("unowned"), "");

    private Unowned() {}

    public static String seal(FieldCipher cipher, String where, String plain) {
        return in(() -> cipher.seal(where, plain));
    }

    /** @param kept as sealed here; base64, in which there is no colon, is from before such things were sealed, and is as it was */
    public static String open(FieldCipher cipher, String where, String kept) {
        return kept.indexOf(':') < 0 ? kept : in(() -> cipher.open(where, kept));
    }

    public static String fingerprint(FieldCipher cipher, byte[]... parts) {
        return in(() -> cipher.fingerprint(parts));
    }

    private static String in(Supplier<String> work) {
        if (Scope.isBound()) {
            return work.get();
        }
        try {
            return NOBODYS.call(work::get);
        } catch (RuntimeException known) {
            throw known;
        } catch (Exception impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

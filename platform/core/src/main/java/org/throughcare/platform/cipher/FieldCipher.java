package org.throughcare.platform.cipher;

/**
 * Encrypts single fields under the data key of the grantee in scope. Grantee, aggregate and field are authenticated: a
 * ciphertext moved elsewhere does not open.
 */
public interface FieldCipher {

    /**
     * @param where aggregate id and field, e.g. {@code participant/<id>/ssn}
     * @return text with the key's id in it
     */
    String seal(String where, String plain);

    /** @throws IllegalStateException when the text was not sealed here, or was tampered with */
    String open(String where, String sealed);

    /** A keyed hash for exact look-up, the same for the same value within a grantee and {@code kind}. */
    String blindIndex(String kind, String plain);

    /**
     * A keyed hash over the parts one after another, in hex: tells a repeat from another request. The same in all instances,
     * and before and after a rotation of the key-encryption key; nobody without the grantee's data key can try out what it is
     * of.
     */
    String fingerprint(byte[]... parts);
}

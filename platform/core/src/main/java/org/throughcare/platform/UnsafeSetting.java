package org.throughcare.platform;

/** A setting that nobody may run the suite with; its message is one sentence for the operator, without the value. */
public final class UnsafeSetting extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    UnsafeSetting(String sentence) {
        super(sentence);
    }
}

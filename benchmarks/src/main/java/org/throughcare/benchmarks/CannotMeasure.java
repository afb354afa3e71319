package org.throughcare.benchmarks;

import org.jspecify.annotations.Nullable;

/** Something that the measurement needs is not as it must be; the sentence is for the person at the terminal. */
final class CannotMeasure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotMeasure(String sentence) {
        super(sentence);
    }

    CannotMeasure(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}

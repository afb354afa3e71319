package org.throughcare.allinone.signin;

import java.time.Duration;

/** A sign-in server with the suite's clients and made-up people, as a test can also get it to do what only its operator does. */
interface Provider extends AutoCloseable {

    /** Of everything it hands out: short, so that tests see it end. */
    Duration ACCESS_LIFE = Duration.ofSeconds(5);

    /** With characters that a form or a header must not bend. */
    String SECRET = "a+secret/with=signs-of-the-tests";

    String issuer();

    /** From here on it signs with another key. */
    void rotateSigningKey();

    @Override
    void close();
}

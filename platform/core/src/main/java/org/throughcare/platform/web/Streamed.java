package org.throughcare.platform.web;

import java.io.IOException;
import java.io.OutputStream;

/**
 * The body of an answer that is written while it is found out, on the request's own thread. What fails before the first bytes have
 * left is answered as a problem; after that the connection is broken off, so that nobody takes a part for the whole.
 */
@FunctionalInterface
public interface Streamed {

    /** @param out is given all of it, and stays open: who closed it after a failure would end the answer as if it were whole */
    void writeTo(OutputStream out) throws IOException;
}
